package vn.hocba.record;

import java.util.List;
import java.util.Set;

/** Something in a record that whoever types or signs it should look at, by kind; {@link #rank} orders them, gravest first. Results, titles and subjects are in words. */
public sealed interface Oddity {

    /** No subject, no mark of an end-of-year test, or no quality was assessed: there is nothing to judge by. */
    record NothingAssessed() implements Oddity {}

    /** The pupil is assessed by an individual plan or not at all: there is no result, the principal decides. */
    record AssessedOtherwise(String words) implements Oddity {}

    /** A title of the regulation for a pupil whose result does not carry it, and the result that would. */
    record TitleAgainstResult(String reward, String title, String carriedBy, String result) implements Oddity {}

    /** The school's own words, which sound like a title that the result does not carry, and the result that would. */
    record WordsLikeTitle(String reward, String title, String carriedBy, String result) implements Oddity {}

    /** A result that rests on few subjects, because the pupil is exempt in most: how many of how many. */
    record MostlyExempt(int exempt, int subjects, String result) implements Oddity {}

    /** The result proposes a reward, and nobody has confirmed or declined it. */
    record RewardProposed(String proposal) implements Oddity {}

    /** A title was taken back because the result no longer carries it. */
    record RewardTakenBack(String reward, String result) implements Oddity {}

    /** @param reasons what keeps the pupil from completing, in Vietnamese */
    record NotCompleted(String result, List<String> reasons) implements Oddity {}

    /** Items with the worst level although the pupil completed: their names, and the codes of those of them that are cells of the homeroom teacher's part. */
    record LowestLevel(List<String> names, Set<String> ofClass) implements Oddity {}

    /** The best level in every subject and still a middling result. */
    record ResultBelowLevels(String result, List<String> reasons) implements Oddity {}

    /** A level and a mark of a subject, by its name, that hardly go together: usually a slip of the pen. */
    record LevelAgainstMark(String subject, String level, String mark) implements Oddity {}

    /** The school's own words of praise for a pupil with a middling result or worse. */
    record RewardWithoutResult(String reward, String result) implements Oddity {}

    /** A title that needs more than the result: what, the person who signs vouches for. */
    record TitleWithConditions(String title) implements Oddity {}

    /** The record was sent back before; reason and person of the last time. */
    record ReturnedBefore(int times, String reason, String by) implements Oddity {}

    /** @param days excused and unexcused together */
    record ManyAbsences(int days) implements Oddity {}

    /** The school's office can add it, and the head of the school reports to the Sở who has none. */
    record NoPersonalId() implements Oddity {}

    /** Kinds in the order of a list that is read before signing. */
    List<Class<? extends Oddity>> ORDER = List.of(
            NothingAssessed.class,
            AssessedOtherwise.class,
            TitleAgainstResult.class,
            NotCompleted.class,
            MostlyExempt.class,
            LowestLevel.class,
            ResultBelowLevels.class,
            LevelAgainstMark.class,
            RewardTakenBack.class,
            RewardProposed.class,
            WordsLikeTitle.class,
            RewardWithoutResult.class,
            ReturnedBefore.class,
            ManyAbsences.class,
            NoPersonalId.class,
            TitleWithConditions.class);

    /** From 0, the gravest. */
    default int rank() {
        return ORDER.indexOf(getClass());
    }

    /** Whether a teacher can do nothing about it, but the school's office can. */
    default boolean isForOffice() {
        return this instanceof NoPersonalId;
    }

    /** Whether it is only a reminder of what the law asks for, and nothing is out of the ordinary. */
    default boolean isReminder() {
        return this instanceof TitleWithConditions
                || this instanceof AssessedOtherwise
                || this instanceof RewardProposed;
    }
}
