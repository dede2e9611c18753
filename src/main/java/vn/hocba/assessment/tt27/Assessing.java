package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.assessment.Contradiction;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Outcome.Basis;
import vn.hocba.assessment.tt27.Items.SubjectItem;
import vn.hocba.assessment.tt27.Items.TraitItem;
import vn.hocba.shared.Texts;

/**
 * Đánh giá kết quả giáo dục of a pupil with the reasons (TT 27/2020 Điều 9). The table decides; here its inputs are gathered, and it is asked about each item
 * alone to find the items that keep the pupil from the next better result.
 */
final class Assessing {

    private final Judgement judgement;
    private final Reasons reasons;

    Assessing(Judgement judgement) {
        this.judgement = judgement;
        this.reasons = new Reasons(judgement);
    }

    Outcome outcome(Items items) {
        List<String> missing = missing(items);
        if (!missing.isEmpty()) {
            return none(Basis.INCOMPLETE, missing);
        }
        Optional<String> subjectLevel =
                worst(Scale.SUBJECT_LEVELS, items.counted().stream().map(SubjectItem::level));
        Optional<String> traitLevel =
                worst(Scale.TRAIT_LEVELS, items.traits().stream().map(TraitItem::level));
        Optional<Integer> mark = items.counted().stream()
                .map(SubjectItem::mark)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        if (subjectLevel.isEmpty() || traitLevel.isEmpty() || mark.isEmpty()) {
            return none(Basis.NOTHING_ASSESSED, List.of(nothing(subjectLevel, mark)));
        }
        Judgement.Decided decided = judgement.of(subjectLevel.get(), traitLevel.get(), mark.get());
        return new Outcome(
                Basis.COMPLETE,
                decided.result().name(),
                reasons.of(decided.result(), items),
                List.of(),
                decided.completed(),
                decided.reward(),
                judgement.decidedBy());
    }

    /** Codes of the subjects that alone keep the pupil from completing the class programme (Điều 11). */
    Set<String> failed(Items items) {
        return items.counted().stream()
                .filter(subject -> subject.level() != null)
                .filter(subject -> !judgement
                        .of(
                                subject.level(),
                                Scale.TRAIT_LEVELS.get(0),
                                subject.mark() == null ? Scale.BEST_MARK : subject.mark())
                        .completed())
                .map(subject -> subject.part().code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a mark is as bad as what the next worse level leads to, or too good for the worst level. */
    Optional<Contradiction> contradiction(SubjectItem subject) {
        if (subject.level() == null || subject.mark() == null) {
            return Optional.empty();
        }
        Result byMark = judgement.ofMarkAlone(subject.mark());
        int level = Scale.SUBJECT_LEVELS.indexOf(subject.level());
        boolean worst = level == Scale.SUBJECT_LEVELS.size() - 1;
        Result bound = judgement.ofLevelAlone(Scale.SUBJECT_LEVELS.get(worst ? level : level + 1));
        boolean odd = byMark.isBetterThan(bound) == worst;
        return odd
                ? Optional.of(new Contradiction(
                        subject.part().code(), subject.level(), subject.mark().toString()))
                : Optional.empty();
    }

    private static Outcome none(Basis basis, List<String> missing) {
        return new Outcome(basis, null, List.of(), missing, false, "", null);
    }

    private static List<String> missing(Items items) {
        List<String> missing = new ArrayList<>();
        for (SubjectItem subject : items.counted()) {
            String name = subject.part().name();
            if (subject.level() == null) {
                missing.add(Texts.vi("assessment.missing.level", name));
            }
            if (subject.lacksMark()) {
                missing.add(Texts.vi("assessment.missing.mark", name));
            }
        }
        for (TraitItem trait : items.traits()) {
            if (trait.level() == null) {
                missing.add(Texts.vi("assessment.missing.trait", trait.name()));
            }
        }
        return missing;
    }

    /** Why there is nothing to judge by, and what to do. */
    private static String nothing(Optional<String> subjectLevel, Optional<Integer> mark) {
        if (subjectLevel.isEmpty()) {
            return Texts.vi("assessment.nothing.subject");
        }
        return Texts.vi(mark.isEmpty() ? "assessment.nothing.mark" : "assessment.nothing.trait");
    }

    private static Optional<String> worst(List<String> bestFirst, Stream<String> levels) {
        return levels.max(Comparator.comparingInt(bestFirst::indexOf));
    }
}
