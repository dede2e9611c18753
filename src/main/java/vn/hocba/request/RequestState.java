package vn.hocba.request;

import vn.hocba.shared.Texts;

/** How far a request is, and how it ended. */
public enum RequestState {
    OPEN,
    /** What was asked for has been done. */
    DONE,
    REFUSED,
    /** Taken back by who asked, or overtaken by the cut-off. */
    CANCELLED,
    /** Nobody decided in time. */
    EXPIRED;

    /** As screens call it. */
    public String term() {
        return Texts.vi(key());
    }

    /** Key of {@link Texts}. */
    public String key() {
        return "request.state." + name();
    }
}
