package vn.hocba.workflow;

/** How a batch stands. */
public enum BatchState {
    RUNNING,
    /** Its server went down or stopped, or its key was forgotten; it needs the person's PIN to go on. */
    INTERRUPTED,
    /** It ended before all targets were reached, with a reason. */
    STOPPED,
    /** Every target was reached, successfully or not. */
    FINISHED
}
