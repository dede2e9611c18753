package vn.hocba.report;

/** How far a report has come. */
public enum ReportState {
    /** Waits for the signature of the Sở. */
    WAITING,
    /** Every part is signed; parts are sent, and what the ministry has acknowledged is marked. */
    SENDING,
    /** The ministry has acknowledged every part, and every version is marked as reported. */
    DONE
}
