package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Title;
import vn.hocba.assessment.Titles;
import vn.hocba.assessment.tt27.Items.SubjectItem;
import vn.hocba.shared.Texts;

/** What a part lacks before it may be handed on. */
final class Gaps {

    private Gaps() {}

    /**
     * A subject's row; an exempt one needs nothing.
     *
     * @param lacksComment whether one is asked for and not there
     */
    static List<String> ofSubject(SubjectItem subject, boolean lacksComment) {
        List<String> missing = new ArrayList<>();
        if (subject.exempt()) {
            return missing;
        }
        if (subject.level() == null) {
            missing.add(Texts.vi("assessment.lacks.level"));
        }
        if (subject.lacksMark()) {
            missing.add(Texts.vi("assessment.lacks.mark"));
        }
        if (lacksComment) {
            missing.add(Texts.vi("assessment.lacks.comment"));
        }
        return missing;
    }

    static List<String> absences(Contents contents) {
        return contents.value(Part.CLASS, Form.EXCUSED).isEmpty()
                        || contents.value(Part.CLASS, Form.UNEXCUSED).isEmpty()
                ? List.of(Texts.vi("assessment.lacks.absences"))
                : List.of();
    }

    /** Where nothing at all was written, that is one thing. */
    static List<String> comments(List<String> lacking) {
        if (lacking.containsAll(Form.GROUP_COMMENTS.values())) {
            return List.of(Texts.vi("assessment.lacks.homeroom-comment"));
        }
        return lacking.stream()
                .map(code -> Texts.vi("assessment.lacks." + (code.equals(Form.COMMENT) ? "homeroom-comment" : code)))
                .toList();
    }

    /** The homeroom teacher's part, which stands on all the others. */
    static List<String> ofClass(Form form, Contents contents, Outcome outcome, Titles titles) {
        List<String> missing = new ArrayList<>(outcome.missing());
        missing.addAll(absences(contents));
        missing.addAll(comments(form.lackingComments(contents)));
        Reward reward = titles.typed(contents.value(Part.CLASS, Form.REWARD).orElse(null));
        reward.openProposal(outcome.reward())
                .ifPresent(words -> missing.add(Texts.vi("assessment.lacks.reward-word", words)));
        boolean needsGround = titles.all().stream()
                .anyMatch(title -> title.needsMore() && title.term().equals(reward.words()));
        if (needsGround && contents.value(Part.CLASS, Form.REWARD_GROUND).isEmpty()) {
            missing.add(Texts.vi("assessment.lacks.reward-ground", reward.words()));
        }
        Optional<Title> against = titles.unsupported(reward, outcome.result());
        against.ifPresent(title -> missing.add(Texts.vi(
                "assessment.lacks.reward-title",
                title.term(),
                Result.valueOf(outcome.result()).term())));
        return missing;
    }
}
