package vn.hocba.shared;

/** The other side of a gateway could not be reached, or has given no answer that can be read: nothing is decided, and it is worth trying again. */
public class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param key of the text that says what happened, in the words of {@link Texts}
     * @param args fill its places
     */
    public Unreachable(String key, Object... args) {
        super(Texts.vi(key, args));
    }

    /** As above, with what caused it. */
    public Unreachable(Throwable cause, String key, Object... args) {
        super(Texts.vi(key, args), cause);
    }
}
