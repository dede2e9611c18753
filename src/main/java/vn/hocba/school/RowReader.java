package vn.hocba.school;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Cell.Flaw;
import vn.hocba.shared.FormLetters;
import vn.hocba.shared.WrittenNumber;

/** Reads the cells of one row, and remembers whether any of them makes the row unusable. */
class RowReader {

    /** «5/9/2020», also with dots or hyphens, or «2020-09-05»; a time of day that says nothing may follow. */
    private static final Pattern DAY = Pattern.compile(
            "(?:(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})|(?<isoyear>\\d{4})-(?<isomonth>\\d{1,2})-(?<isoday>\\d{1,2}))"
                    + "(?:0?0:00(?::00)?)?");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.-]{4,20}");

    private final ImportPlan plan;
    private final Place place;
    private final Set<Column> flawed = EnumSet.noneOf(Column.class);
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

    /** Whether the sheet has this column and the cell says something of it, if only that nothing is known; else a warning says why not. */
    boolean offers(Column column) {
        Flaw flaw = cell(column).flaw();
        if (flaw != null && flawed.add(column)) {
            warning(
                    column,
                    key(flaw) + "-kept",
                    FormLetters.lacking(cell(column).text()));
        }
        return has(column) && flaw == null;
    }

    void error(Column column, String key, Object... args) {
        usable = false;
        plan.problem(Severity.ERROR, place, column, Reason.of(key, args));
    }

    /** An error in a column that is known by its position only, from 0. */
    void error(int position, String key, Object... args) {
        usable = false;
        plan.problem(Severity.ERROR, place, position, Reason.of(key, args));
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

    /** Whether a cell holds no value though something stands in it, which is an error. */
    boolean isFlawed(Column column) {
        Flaw flaw = cell(column).flaw();
        if (flaw != null && flawed.add(column)) {
            error(column, key(flaw), FormLetters.lacking(cell(column).text()));
        }
        return flaw != null;
    }

    /** As {@link #isFlawed(Column)}, of a position from 0. */
    boolean isFlawed(int position) {
        Flaw flaw = place.row().cell(position).flaw();
        if (flaw != null) {
            error(
                    position,
                    key(flaw),
                    FormLetters.lacking(place.row().cell(position).text()));
        }
        return flaw != null;
    }

    /** Null when empty or, with an error, when it is no value. */
    String text(Column column, int maxLength) {
        if (isFlawed(column)) {
            return null;
        }
        String text = cell(column).text();
        if (text.length() > maxLength) {
            error(column, "school.row.too-long", maxLength);
        }
        return text.isEmpty() ? null : text;
    }

    /** Null, and an error, when empty or no value. */
    String required(Column column, int maxLength) {
        String text = text(column, maxLength);
        if (text == null && !isFlawed(column)) {
            error(column, "school.row.empty", place.table().header(column));
        }
        return text;
    }

    /**
     * A code of the sector database, with the leading zeros that were lost where it was taken for a number.
     *
     * @param known the codes that are known as they stand
     */
    String moetCode(Column column, Set<String> known) {
        if (isFlawed(column)) {
            return null;
        }
        String code = Codes.moet(cell(column));
        if (code == null) {
            error(column, "school.row.empty", place.table().header(column));
        } else if (Codes.isRounded(code)) {
            error(column, "school.row.rounded-code");
        } else if (!CODE.matcher(code).matches()) {
            error(column, "school.row.bad-code");
        }
        return code == null || known.contains(code) ? code : Codes.withLostZeros(code);
    }

    /** Số định danh cá nhân, null when empty; with the leading zeros that were lost where it was taken for a number. */
    String personalId() {
        if (isFlawed(Column.PERSONAL_ID)) {
            return null;
        }
        String number = Codes.personalId(cell(Column.PERSONAL_ID));
        if (number != null && !PersonalId.isWellFormed(number)) {
            error(
                    Column.PERSONAL_ID,
                    Codes.isRounded(number) ? "school.row.rounded-code" : "school.row.bad-personal-id");
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
        if (cell.isEmpty() || isFlawed(column)) {
            return null;
        }
        LocalDate date = dateIn(cell);
        if (date == null && isYear(cell)) {
            error(column, "school.row.year-only", cell.text());
        } else if (date == null) {
            error(column, "school.row.bad-date");
        }
        return date;
    }

    /** A year alone, «1985»: as the number of a day it would be one of 1905. */
    private static boolean isYear(Cell cell) {
        return YEAR.matcher(cell.text()).matches();
    }

    /** Null where a cell holds no day. */
    static LocalDate dateIn(Cell cell) {
        if (isYear(cell)) {
            return null;
        }
        Matcher day = DAY.matcher(cell.text().replace(" ", ""));
        if (cell.date() != null || !day.matches()) {
            return cell.date();
        }
        try {
            return day.group("day") == null
                    ? LocalDate.of(number(day, "isoyear"), number(day, "isomonth"), number(day, "isoday"))
                    : LocalDate.of(number(day, "year"), number(day, "month"), number(day, "day"));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A whole number; null when empty or, with an error of this key, when it is none from min to max. */
    Integer whole(Column column, int min, int max, String key) {
        String text = cell(column).text();
        if (text.isEmpty() || isFlawed(column)) {
            return null;
        }
        Integer number = WrittenNumber.whole(text, min, max).orElse(null);
        if (number == null) {
            error(column, key);
        }
        return number;
    }

    private static int number(Matcher day, String part) {
        return Integer.parseInt(day.group(part));
    }

    private static String key(Flaw flaw) {
        return switch (flaw) {
            case ERROR_VALUE -> "school.cell.error-value";
            case NO_RESULT -> "school.cell.no-result";
            case OLD_CODE_PAGE -> "school.cell.old-code-page";
            case NOT_PRINTABLE -> "school.cell.not-printable";
        };
    }
}
