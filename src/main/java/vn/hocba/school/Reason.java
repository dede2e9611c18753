package vn.hocba.school;

import java.util.List;
import java.util.Locale;
import vn.hocba.shared.Texts;

/**
 * Why something was not taken, in the reader's language.
 *
 * @param key of the text
 * @param args fill its places
 */
public record Reason(String key, List<Object> args) {

    static Reason of(String key, Object... args) {
        return new Reason(key, List.of(args));
    }

    public String text(Locale locale) {
        return Texts.of(locale, key, args.toArray());
    }
}
