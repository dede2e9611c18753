package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Title;
import vn.hocba.assessment.Titles;
import vn.hocba.shared.Texts;

/** Pupils with disability who are assessed by a plan of their own, or not at all (TT 27/2020 Điều 8): nothing is computed, the principal decides by the plan. */
final class Individual {

    private Individual() {}

    /** Without a result; concluded once the principal has decided. */
    static Outcome outcome(Contents contents) {
        Optional<Boolean> completed = contents.planCompleted();
        return new Outcome(
                Outcome.Basis.BY_PLAN,
                null,
                List.of(),
                completed.isPresent() ? List.of() : List.of(Texts.vi("assessment.missing.plan-decision")),
                completed.orElse(false),
                "",
                null);
    }

    /** Of a pupil who is not assessed, all that assesses; what is written about the pupil stays open. */
    static Set<String> closed(Contents contents, Part part) {
        Set<String> closed = new LinkedHashSet<>();
        if (contents.assessedBy() == AssessedBy.NOTHING) {
            part.cells().stream()
                    .map(Cell::code)
                    .filter(code ->
                            code.equals(Form.LEVEL) || code.equals(Form.MARK) || Form.isTrait(part, part.cell(code)))
                    .forEach(closed::add);
        }
        return closed;
    }

    /** A subject of which the plan asks something says a level or something in words; the plan may ask for no test. */
    static List<String> ofSubject(Contents contents, Part part) {
        Map<String, String> cells = contents.parts().getOrDefault(part.code(), Map.of());
        return contents.assessedBy() == AssessedBy.NOTHING
                        || cells.containsKey(Form.LEVEL)
                        || cells.containsKey(Form.COMMENT)
                ? List.of()
                : List.of(Texts.vi("assessment.lacks.level-or-comment"));
    }

    /** The homeroom teacher's part; titles go with results alone. */
    static List<String> ofClass(Form form, Contents contents, Titles titles) {
        List<String> missing = new ArrayList<>(outcome(contents).missing());
        missing.addAll(Gaps.absences(contents));
        if (contents.assessedBy() == AssessedBy.PLAN) {
            missing.addAll(Gaps.comments(form.lackingComments(contents)));
        }
        Reward reward = titles.typed(contents.value(Part.CLASS, Form.REWARD).orElse(null));
        Optional<Title> against = titles.withoutResult(reward);
        against.ifPresent(title -> missing.add(Texts.vi("assessment.lacks.reward-without-result", title.term())));
        return missing;
    }
}
