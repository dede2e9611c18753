package vn.hocba.workflow;

import vn.hocba.shared.Refused;

/** Ends a batch at once: what was not reached stays untouched. */
public class StopBatch extends Refused {

    private static final long serialVersionUID = 1L;

    /** @see Refused#notAllowed(String, Object...) */
    public StopBatch(String key, Object... args) {
        super(Kind.NOT_ALLOWED, key, args);
    }
}
