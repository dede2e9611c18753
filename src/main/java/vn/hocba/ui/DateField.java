package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes date fields as they are read here: 21/05/2027, weeks from Monday. */
public final class DateField {

    private DateField() {}

    public static DatePicker make() {
        Locale locale = Wording.locale();
        DatePickerI18n words = new DatePickerI18n();
        words.setDateFormats("dd/MM/yyyy", "d/M/yyyy");
        words.setFirstDayOfWeek(1);
        words.setToday(text("ui.today"));
        words.setCancel(text("ui.cancel"));
        words.setMonthNames(Stream.of(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList());
        List<DayOfWeek> fromSunday =
                IntStream.range(0, 7).mapToObj(DayOfWeek.SUNDAY::plus).toList();
        words.setWeekdays(fromSunday.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .toList());
        words.setWeekdaysShort(fromSunday.stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                .toList());
        DatePicker picker = new DatePicker();
        picker.setI18n(words);
        picker.setLocale(locale);
        picker.setPlaceholder("dd/mm/yyyy");
        return picker;
    }
}
