package vn.hocba.record;

/** Lên lớp: follows from the completed programme, or from the principal's decision where it was not completed (TT 27/2020 Điều 11). */
public final class Promotion {

    private Promotion() {}

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
