package vn.hocba.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** An action that was not allowed or not possible, with the reason and what to do next, in the words of {@link Texts}. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way: a page and an interface answer by it. */
    public enum Kind {
        /** This person may not do it, here or at all. */
        NOT_ALLOWED,
        /** What it is about is not there. */
        NOT_FOUND,
        /** What it is about is in no state for it, or was changed by somebody else meanwhile. */
        NOT_NOW,
        /** What was handed in cannot be taken as it is. */
        INVALID
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] args;

    /**
     * @param key of the text that says why and what to do next
     * @param args fill its places
     */
    public Refused(Kind kind, String key, Object... args) {
        super(Texts.vi(key, args));
        this.kind = kind;
        this.key = key;
        this.args = args.clone();
    }

    /** @see Kind#NOT_ALLOWED */
    public static Refused notAllowed(String key, Object... args) {
        return new Refused(Kind.NOT_ALLOWED, key, args);
    }

    /** @see Kind#NOT_FOUND */
    public static Refused notFound(String key, Object... args) {
        return new Refused(Kind.NOT_FOUND, key, args);
    }

    /** @see Kind#NOT_NOW */
    public static Refused notNow(String key, Object... args) {
        return new Refused(Kind.NOT_NOW, key, args);
    }

    /** @see Kind#INVALID */
    public static Refused invalid(String key, Object... args) {
        return new Refused(Kind.INVALID, key, args);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    /** What fills the places of the text. */
    public List<Object> args() {
        return Collections.unmodifiableList(Arrays.asList(args));
    }

    /** The reason in another language; {@link #getMessage()} is Vietnamese. */
    public String text(Locale locale) {
        return Texts.of(locale, key, args);
    }
}
