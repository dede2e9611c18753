package vn.hocba.school;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.hocba.shared.Texts;

/**
 * The value that a workbook wants a field to have.
 *
 * @param field as the person who reads the preview knows it
 */
record Wanted<E, V>(String field, Function<E, V> get, BiConsumer<E, V> set, V value) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    boolean differsFrom(E entity) {
        return !Objects.equals(get.apply(entity), value);
    }

    void writeTo(E entity) {
        set.accept(entity, value);
    }

    String before(E entity) {
        return shown(get.apply(entity));
    }

    String after() {
        return shown(value);
    }

    static String shown(Object value) {
        if (value instanceof LocalDate date) {
            return DAY.format(date);
        }
        if (value instanceof EnrolmentStatus status) {
            return status.term();
        }
        if (value instanceof Boolean yes) {
            return Texts.vi(yes ? "school.yes" : "school.no");
        }
        return value == null ? "" : value.toString();
    }
}
