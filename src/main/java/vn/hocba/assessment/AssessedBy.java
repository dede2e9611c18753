package vn.hocba.assessment;

/** What a pupil is measured by (TT 27/2020 Điều 8). */
public enum AssessedBy {
    /** By the regulation, as everybody. */
    REGULATION,
    /** Kế hoạch giáo dục cá nhân: the requirements of the pupil's own plan; what the plan leaves out is not assessed. */
    PLAN,
    /** Không đánh giá: nothing is. */
    NOTHING;

    /** Whether a result follows from what was entered. Elsewhere the school decides by the plan, and nobody computes. */
    public boolean hasResult() {
        return this == REGULATION;
    }
}
