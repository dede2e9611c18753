package vn.hocba.record;

import vn.hocba.assessment.Outcome;
import vn.hocba.shared.SchoolLevel;

/** Lên lớp: follows from the completed programme, or from the principal's decision where it was not completed (TT 27/2020 Điều 11). */
public final class Promotion {

    private Promotion() {}

    /**
     * Whether a pupil is promoted, as the record stands.
     *
     * @return null while there is no result, while nobody has decided, and at the end of a level, after which no grade of it follows: whoever completes it has completed
     *     the level
     */
    static Boolean of(YearRecord record, Outcome outcome) {
        if (SchoolLevel.endsWith(record.grade())) {
            return null;
        }
        if (outcome.basis() == Outcome.Basis.BY_PLAN) {
            return record.promotionDecided();
        }
        if (outcome.completed()) {
            return Boolean.TRUE;
        }
        return isToBeDecided(record.grade(), outcome) ? record.promotionDecided() : null;
    }

    /** Whether it is the principal who decides on whoever is assessed as everybody: the programme is not completed, and the level goes on. */
    public static boolean isToBeDecided(int grade, Outcome outcome) {
        return outcome.result() != null && !outcome.completed() && !SchoolLevel.endsWith(grade);
    }

    /** Whether the record cannot be signed without that decision: not before the summer, which may still change the result. */
    static boolean isMissing(YearRecord record, Outcome outcome) {
        return record.hadSupplementaryAssessment()
                && isToBeDecided(record.grade(), outcome)
                && record.promotionDecided() == null;
    }

    /**
     * The grade that a pupil attends after a year.
     *
     * @param completed whether the class programme was completed
     * @param decided what the principal decided; null for nothing, which promotes nobody
     */
    public static int nextGrade(int grade, boolean completed, Boolean decided) {
        return completed || Boolean.TRUE.equals(decided) ? grade + 1 : grade;
    }
}
