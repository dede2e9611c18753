package vn.hocba.school;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.workbook.Cell;

/** Reads the cells of one row, and remembers whether any of them makes the row unusable. */
class RowReader {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    static final int MOET_CODE_DIGITS = 10;
    static final int PERSONAL_ID_DIGITS = 12;

    /** No province's code begins with more zeros. */
    private static final int MOST_LOST_ZEROS = 2;

    private final ImportPlan plan;
    private final Place place;
    private boolean usable = true;

    RowReader(ImportPlan plan, Place place) {
        this.plan = plan;
        this.place = place;
    }

    Place place() {
        return place;
    }

    boolean usable() {
        return usable;
    }

    boolean has(Column column) {
        return place.table().has(column);
    }

    void error(Column column, String key, Object... args) {
        usable = false;
        plan.problem(Severity.ERROR, place, column, Reason.of(key, args));
    }

    void error(String header, String value, String key, Object... args) {
        usable = false;
        plan.problem(Severity.ERROR, place, header, value, Reason.of(key, args));
    }

    void warning(Column column, String key, Object... args) {
        plan.problem(Severity.WARNING, place, column, Reason.of(key, args));
    }

    /** Makes the row unusable where the reason has been told already. */
    void leaveOut() {
        usable = false;
    }

    Cell cell(Column column) {
        return place.table().cell(place.row(), column);
    }

    /** Null when empty. */
    String text(Column column, int maxLength) {
        String text = cell(column).text();
        if (text.length() > maxLength) {
            error(column, "school.row.too-long", maxLength);
        }
        return text.isEmpty() ? null : text;
    }

    /** Null, and an error, when empty. */
    String required(Column column, int maxLength) {
        String text = text(column, maxLength);
        if (text == null) {
            error(column, "school.row.empty", place.table().header(column));
        }
        return text;
    }

    /** A code of the sector database; where Excel made a number of it, its leading zeros are put back. */
    String moetCode(Column column) {
        String code = padded(cell(column), MOET_CODE_DIGITS);
        if (code == null) {
            error(column, "school.row.empty", place.table().header(column));
        } else if (!code.matches("[0-9A-Za-z.-]{4,20}")) {
            error(column, "school.row.bad-code");
        }
        return code;
    }

    /** Số định danh cá nhân, null when empty; where Excel made a number of it, its leading zeros are put back. */
    String personalId() {
        String number = padded(cell(Column.PERSONAL_ID), PERSONAL_ID_DIGITS);
        if (number != null && !PersonalId.isWellFormed(number)) {
            error(Column.PERSONAL_ID, "school.row.bad-personal-id");
        }
        return number;
    }

    /** Telephone numbers lose their zero too. */
    String phone() {
        Cell cell = cell(Column.PHONE);
        String text = text(Column.PHONE, 30);
        return cell.number() != null && text.matches("[1-9]\\d{8}") ? "0" + text : text;
    }

    /** A day as «dd/MM/yyyy» or as a date of Excel; null when empty or, with an error, when it is neither. */
    LocalDate date(Column column) {
        Cell cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.date() != null) {
            return cell.date();
        }
        try {
            return LocalDate.parse(cell.text().replace('-', '/').replace('.', '/'), DAY);
        } catch (DateTimeParseException e) {
            error(column, "school.row.bad-date");
            return null;
        }
    }

    /** A whole number; null when empty or, with an error of this key, when it is none from min to max. */
    Integer whole(Column column, int min, int max, String key) {
        String text = cell(column).text().replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(min)) >= 0
                    && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return number.intValueExact();
            }
        }
        error(column, key);
        return null;
    }

    /** A code without spaces, with the leading zeros that Excel dropped where it made a number of it; null when empty. */
    static String padded(Cell cell, int digits) {
        String text = cell.text().replace(" ", "");
        if (text.isEmpty()) {
            return null;
        }
        int fewest = digits == PERSONAL_ID_DIGITS ? digits - MOST_LOST_ZEROS : 1;
        return cell.number() != null && text.matches("\\d{" + fewest + "," + digits + "}")
                ? "0".repeat(digits - text.length()) + text
                : text;
    }
}
