package vn.hocba.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.hocba.record.OverallAssessment.Assessment;
import vn.hocba.record.OverallAssessment.Basis;
import vn.hocba.record.OverallAssessment.SubjectItem;
import vn.hocba.record.OverallAssessment.TraitItem;

/**
 * What is out of the ordinary in a record, for those who type, those who sign and those who approve alike. Facts in, findings out; what a level or a mark
 * alone leads to is asked of the table that decides results, so that no threshold stands here.
 */
public final class Oddities {

    private final Function<String, OverallResult> ofLevelAlone;
    private final IntFunction<OverallResult> ofMarkAlone;
    private final int manyAbsences;

    /**
     * @param ofLevelAlone the best result that a level of a subject allows
     * @param ofMarkAlone the best result that a mark allows
     * @param manyAbsences days from which absences are worth a look
     */
    public Oddities(
            Function<String, OverallResult> ofLevelAlone, IntFunction<OverallResult> ofMarkAlone, int manyAbsences) {
        this.ofLevelAlone = ofLevelAlone;
        this.ofMarkAlone = ofMarkAlone;
        this.manyAbsences = manyAbsences;
    }

    /**
     * What is known of a record.
     *
     * @param returned empty when it never came back
     */
    public record Facts(
            Assessment assessed,
            List<SubjectItem> subjects,
            List<TraitItem> traits,
            Reward reward,
            int absences,
            Optional<Oddity.ReturnedBefore> returned,
            boolean hasPersonalId) {}

    /** All of it, gravest first. */
    public List<Oddity> of(Facts facts) {
        List<Oddity> found = new ArrayList<>();
        ofResult(facts, found);
        mostlyExempt(facts).ifPresent(found::add);
        facts.subjects().forEach(subject -> levelAgainstMark(subject).ifPresent(found::add));
        found.addAll(ofReward(facts.reward(), facts.assessed()));
        facts.returned().ifPresent(found::add);
        if (facts.absences() >= manyAbsences) {
            found.add(new Oddity.ManyAbsences(facts.absences()));
        }
        if (!facts.hasPersonalId()) {
            found.add(new Oddity.NoPersonalId());
        }
        found.sort(Comparator.comparingInt(Oddity::rank));
        return List.copyOf(found);
    }

    /** What is to be said about the reward alone. */
    static List<Oddity> ofReward(Reward reward, Assessment assessed) {
        OverallResult result = assessed.result();
        List<Oddity> found = new ArrayList<>();
        Optional<String> proposal = reward.openProposal(assessed.reward());
        Optional<RewardTitle> against = reward.unsupportedBy(result);
        proposal.ifPresent(words -> found.add(new Oddity.RewardProposed(words)));
        against.ifPresent(title -> found.add(new Oddity.TitleAgainstResult(reward.words(), title, result)));
        if (reward.takenBack() != null && result != null && proposal.isEmpty()) {
            found.add(new Oddity.RewardTakenBack(reward.takenBack(), result));
        }
        Optional<RewardTitle> like = against.isPresent() ? Optional.empty() : reward.soundsLike(result);
        like.ifPresent(title -> found.add(new Oddity.WordsLikeTitle(reward.words(), title, result)));
        boolean middling = result == OverallResult.COMPLETED || result == OverallResult.NOT_COMPLETED;
        if (reward.words() != null && against.isEmpty() && like.isEmpty() && middling) {
            found.add(new Oddity.RewardWithoutResult(reward.words(), result));
        }
        if (RewardTitle.EXEMPLARY_PUPIL.term().equals(reward.words()) && against.isEmpty()) {
            found.add(new Oddity.TitleWithConditions(RewardTitle.EXEMPLARY_PUPIL));
        }
        return found;
    }

    /** Whether a mark is as bad as what the next worse level leads to, or too good for the worst level. */
    public Optional<Oddity.LevelAgainstMark> levelAgainstMark(SubjectItem subject) {
        if (subject.exempt() || subject.level() == null || subject.mark() == null) {
            return Optional.empty();
        }
        OverallResult byMark = ofMarkAlone.apply(subject.mark());
        int level = OverallAssessment.SUBJECT_LEVELS.indexOf(subject.level());
        boolean worst = level == OverallAssessment.SUBJECT_LEVELS.size() - 1;
        OverallResult bound = ofLevelAlone.apply(OverallAssessment.SUBJECT_LEVELS.get(worst ? level : level + 1));
        boolean odd = worst ? byMark.compareTo(bound) < 0 : byMark.compareTo(bound) >= 0;
        return odd
                ? Optional.of(new Oddity.LevelAgainstMark(subject.code(), subject.level(), subject.mark()))
                : Optional.empty();
    }

    private static void ofResult(Facts facts, List<Oddity> found) {
        Assessment assessed = facts.assessed();
        OverallResult result = assessed.result();
        if (assessed.basis() == Basis.NOTHING_ASSESSED) {
            found.add(new Oddity.NothingAssessed());
        } else if (result == OverallResult.NOT_COMPLETED) {
            found.add(new Oddity.NotCompleted(result, assessed.reasons()));
        } else if (result != null) {
            List<String> subjects = facts.subjects().stream()
                    .filter(subject -> OverallAssessment.isWorst(OverallAssessment.SUBJECT_LEVELS, subject.level()))
                    .map(SubjectItem::code)
                    .toList();
            List<String> traits = facts.traits().stream()
                    .filter(trait -> OverallAssessment.isWorst(OverallAssessment.TRAIT_LEVELS, trait.level()))
                    .map(TraitItem::code)
                    .toList();
            if (!subjects.isEmpty() || !traits.isEmpty()) {
                found.add(new Oddity.LowestLevel(subjects, traits));
            }
            if (result == OverallResult.COMPLETED && allBest(facts.subjects())) {
                found.add(new Oddity.ResultBelowLevels(result, assessed.reasons()));
            }
        }
    }

    private static Optional<Oddity> mostlyExempt(Facts facts) {
        OverallResult result = facts.assessed().result();
        int subjects = facts.subjects().size();
        int exempt = (int) facts.subjects().stream().filter(SubjectItem::exempt).count();
        return result != null && exempt * 2 > subjects
                ? Optional.of(new Oddity.MostlyExempt(exempt, subjects, result))
                : Optional.empty();
    }

    private static boolean allBest(List<SubjectItem> subjects) {
        return subjects.stream()
                .filter(subject -> !subject.exempt())
                .allMatch(subject -> OverallAssessment.SUBJECT_LEVELS.get(0).equals(subject.level()));
    }
}
