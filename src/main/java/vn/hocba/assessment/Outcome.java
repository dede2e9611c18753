package vn.hocba.assessment;

import java.util.List;

/**
 * What follows from what was entered.
 *
 * @param result code of the result; null unless the basis is complete
 * @param reasons what keeps the pupil from the next better result, in Vietnamese; empty for the best
 * @param missing what has to be entered or decided first, or why there is nothing to judge by, in Vietnamese; empty exactly where the year is concluded
 * @param completed whether the year's programme was completed; false says nothing where there is no result
 * @param reward what the result proposes without a vote; empty for none
 * @param decidedBy decision table and its version, such as «overallResultTt27:1»; null where there is no result
 */
public record Outcome(
        Basis basis,
        String result,
        List<String> reasons,
        List<String> missing,
        boolean completed,
        String reward,
        String decidedBy) {

    public Outcome {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** Whether it is known how the year ends: by a result, or by what was decided without one. */
    public boolean isConcluded() {
        return basis == Basis.COMPLETE || basis == Basis.BY_PLAN && missing.isEmpty();
    }

    /** What an outcome rests on. */
    public enum Basis {
        /** Everything that counts was entered. */
        COMPLETE,
        /** Something that counts is not entered yet. */
        INCOMPLETE,
        /** The school decides by the pupil's own plan: there is never a result, and no title. */
        BY_PLAN,
        /** Nothing counts, however complete the record looks: exempt everywhere, say. There is no result. */
        NOTHING_ASSESSED
    }
}
