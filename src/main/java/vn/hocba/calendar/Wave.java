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

    /**
     * The wave in which a record is frozen (CV 1396, annex).
     *
     * @param programmeCompleted whether the pupil was confirmed to have completed the class programme
     */
    public static Wave of(boolean programmeCompleted) {
        return programmeCompleted ? FIRST : SECOND;
    }

    /** Whether it takes such a record: its own, and whatever an earlier wave has left. */
    public boolean takes(boolean programmeCompleted) {
        return of(programmeCompleted).compareTo(this) <= 0;
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
