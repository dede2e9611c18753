package vn.hocba.submission;

import vn.hocba.shared.Texts;

/** How far a package has come. */
public enum PackageState {
    /** Waits to be sent; where attempts failed, the last error says why. */
    READY,
    /** The province has answered; its answers are on their way to the records. */
    ANSWERED,
    /** Every record knows its answer. */
    DELIVERED,
    /** It was not sent after all, and every record is back with the clerk. */
    NOT_SENT;

    /** As screens call it. */
    public String term() {
        return Texts.vi("submission.state." + name());
    }
}
