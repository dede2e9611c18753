package vn.hocba.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** An action that was not allowed or not possible, with the reason and what to do next, in the words of {@link Texts}. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] args;

    /**
     * @param key of the text that says why and what to do next
     * @param args fill its places
     */
    public Refused(String key, Object... args) {
        super(Texts.vi(key, args));
        this.key = key;
        this.args = args.clone();
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
