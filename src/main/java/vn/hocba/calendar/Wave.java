package vn.hocba.calendar;

/** The two waves in which the records of a school year are frozen and reported (CV 1396; domain §2.3). */
public enum Wave {
    /** Pupils confirmed as having completed the class programme. */
    FIRST(Milestone.CUT_OFF_1, Milestone.REPORT_1),
    /** Pupils who needed supplementary assessment in the summer. */
    SECOND(Milestone.CUT_OFF_2, Milestone.REPORT_2);

    private final Milestone cutOff;
    private final Milestone report;

    Wave(Milestone cutOff, Milestone report) {
        this.cutOff = cutOff;
        this.report = report;
    }

    /** When its records are frozen. */
    public Milestone cutOff() {
        return cutOff;
    }

    /** When they have been reported to the ministry. */
    public Milestone report() {
        return report;
    }
}
