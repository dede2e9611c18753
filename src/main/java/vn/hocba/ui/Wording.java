package vn.hocba.ui;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.hocba.shared.Texts;

/** Words, dates and times in the language of the person at the screen; Vietnamese where there is no screen. */
public final class Wording {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy").withZone(ZONE);

    private Wording() {}

    /** The text of a key, see {@link Texts#of}. */
    public static String text(String key, Object... args) {
        return Texts.of(locale(), key, args);
    }

    /** The text of a key, or these words where there is none: words of a regulation that a screen may say its own way. */
    public static String textOr(String key, String words) {
        return Texts.find(locale(), key).orElse(words);
    }

    /** As documents write a day: 21/05/2027. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The day of a moment in Việt Nam: 21/05/2027. */
    public static String date(Instant instant) {
        return DATE.format(instant.atZone(ZONE));
    }

    /** Time of day and day in Việt Nam: 16:40, 21/05/2027. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** With the separators of the language: 1.204. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** The language of the current screen. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Texts.VIETNAMESE : ui.getLocale();
    }
}
