package vn.hocba.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.hocba.shared.Texts;

/** How the form writes dates and values. */
final class FormText {

    /** What the paper form leaves to be filled in. */
    static final String BLANK = "……………";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss xxx");

    private FormText() {}

    /** A value, or the blank of the paper form where there is none. */
    static String orBlank(Object value) {
        return value == null || value.toString().isBlank() ? BLANK : value.toString();
    }

    static String day(LocalDate day) {
        return day == null ? BLANK : DAY.format(day);
    }

    /** Day, time and zone by ISO 8601, as NĐ 30/2020 Phụ lục I asks of digital signatures. */
    static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(PrintedForm.ZONE));
    }

    /** «Huế, ngày 05 tháng 01 năm 2027»: a zero before days below 10 and months 1 and 2 (NĐ 30/2020 Phụ lục I). */
    static String placeAndDay(String place, LocalDate day) {
        return Texts.vi(
                "printed.place-and-day",
                orBlank(place),
                "%02d".formatted(day.getDayOfMonth()),
                (day.getMonthValue() < 3 ? "%02d" : "%d").formatted(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** The look-up code in groups of four, as a person types it from paper. */
    static String grouped(String lookupCode) {
        return lookupCode.replaceAll("(.{4})(?=.)", "$1-");
    }
}
