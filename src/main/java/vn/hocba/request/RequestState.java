package vn.hocba.request;

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

    /** Key of {@link vn.hocba.shared.Texts}: as screens call it. */
    public String key() {
        return "request.state." + name();
    }
}
