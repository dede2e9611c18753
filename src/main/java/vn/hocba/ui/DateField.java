package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        words.setBadInputErrorMessage(text("ui.form.not-a-date"));
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

    /**
     * Whether every date field inside can be read; the first that cannot gets the focus, and says so itself. What is asked for must not be done otherwise: the
     * value of «31/11/2026» is empty, and an end that is left empty means for ever. A {@link FormRenderer} judges its own fields.
     */
    public static boolean areReadableIn(Component place) {
        Optional<DatePicker> unreadable =
                inside(place).filter(DateField::isUnreadable).findFirst();
        unreadable.ifPresent(DatePicker::focus);
        return unreadable.isEmpty();
    }

    /** Something was typed that is no day: the value is empty, the browser's text is not. */
    static boolean isUnreadable(DatePicker day) {
        return day.getDefaultValidator()
                .apply(day.getValue(), new ValueContext(new Binder<>(), day))
                .isError();
    }

    private static Stream<DatePicker> inside(Component place) {
        if (place instanceof DatePicker day) {
            return Stream.of(day);
        }
        return place instanceof FormRenderer
                ? Stream.empty()
                : place.getChildren().flatMap(DateField::inside);
    }
}
