package vn.hocba.report;

import java.util.EnumSet;
import java.util.Set;

/** How far a report has come, and where it may go from there. */
public enum ReportState {
    /** Waits for the signature of the Sở. */
    WAITING,
    /** Every part is signed; parts are sent, and what the ministry has acknowledged is marked. */
    SENDING,
    /** The ministry has acknowledged every part, and every version is marked as reported. */
    DONE;

    private Set<ReportState> next;

    static {
        WAITING.next = EnumSet.of(SENDING);
        SENDING.next = EnumSet.of(DONE);
        DONE.next = EnumSet.noneOf(ReportState.class);
    }

    /** Whether a report may come to the other state next. */
    public boolean mayBecome(ReportState other) {
        return next.contains(other);
    }
}
