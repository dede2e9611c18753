package vn.hocba.workflow;

/** How a batch stands. */
public enum BatchState {
    RUNNING,
    /** A confirmation is missing: its server went down or stopped, its key was forgotten, or the holder confirms elsewhere and has not yet. */
    INTERRUPTED,
    /** It ended before all targets were reached, with a reason. */
    STOPPED,
    /** Every target was reached, successfully or not. */
    FINISHED
}
