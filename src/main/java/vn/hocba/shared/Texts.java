package vn.hocba.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words a user reads. A key's first segment names the bundle: {@code steps.pin.wrong} stands in
 * {@code i18n/steps.properties} (Vietnamese, the default) and {@code i18n/steps_en.properties}.
 */
public final class Texts {

    /** The language of the law and of this application. */
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /**
     * The text of a key.
     *
     * @param args fill {0}, {1} … as {@link MessageFormat} does; numbers are written as the language writes them
     * @throws java.util.MissingResourceException when no bundle has the key
     */
    public static String of(Locale locale, String key, Object... args) {
        String bundle = key.substring(0, key.indexOf('.'));
        String pattern = ResourceBundle.getBundle("i18n." + bundle, locale, NO_SYSTEM_LOCALE)
                .getString(key);
        return new MessageFormat(pattern, locale).format(args);
    }

    /** The text of a key that a bundle may not have, because the rest of its name is data. */
    public static Optional<String> find(Locale locale, String key) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("i18n." + key.substring(0, key.indexOf('.')), locale, NO_SYSTEM_LOCALE);
        return bundle.containsKey(key) ? Optional.of(of(locale, key)) : Optional.empty();
    }

    /** The Vietnamese text of a key. */
    public static String vi(String key, Object... args) {
        return of(VIETNAMESE, key, args);
    }
}
