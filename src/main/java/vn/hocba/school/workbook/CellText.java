package vn.hocba.school.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell.Flaw;
import vn.hocba.shared.FormLetters;
import vn.hocba.shared.OldCodePage;
import vn.hocba.shared.VietnameseText;
import vn.hocba.shared.WrittenNumber;

/** Makes cells of what the XML of a sheet says. */
final class CellText {

    private static final int MAX_NUMBER_SCALE = 30;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final long LAST_EXCEL_DAY = 2_958_465;

    /** Programs that reckon in time zones miss midnight by minutes; more is no noise. */
    private static final BigDecimal NEARLY_MIDNIGHT = new BigDecimal("0.007");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final Pattern ERROR_VALUE = Pattern.compile(
            "(?i)#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!"
                    + "|ERROR!|GETTING_DATA)|Err:\\d{3}|#{3,}");

    /** ST_Xstring of ECMA-376: a character that XML cannot hold, or that would be lost in it. */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*\\.?\\d+(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern ISO_DAY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?Z?)?");

    private CellText() {}

    /** A text, as it came. */
    static Cell text(String raw) {
        String text = VietnameseText.clean(unescaped(raw));
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        if (ERROR_VALUE.matcher(text).matches()) {
            return new Cell(text, null, null, Flaw.ERROR_VALUE);
        }
        if (OldCodePage.isIn(raw)) {
            return new Cell(text, null, null, Flaw.OLD_CODE_PAGE);
        }
        return new Cell(text, null, null, FormLetters.lacking(text).isEmpty() ? null : Flaw.NOT_PRINTABLE);
    }

    /** What a formula became when it failed. */
    static Cell error(String raw) {
        return new Cell(VietnameseText.clean(raw), null, null, Flaw.ERROR_VALUE);
    }

    /** A formula without a result: programs that only write leave it to the spreadsheet to reckon. */
    static Cell unreckoned(String formula) {
        return new Cell("=" + VietnameseText.clean(formula), null, null, Flaw.NO_RESULT);
    }

    /** A number; a text where it is none. */
    static Cell number(String raw, boolean date1904) {
        if (raw.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(raw).matches()) {
            return text(raw);
        }
        BigDecimal written = new BigDecimal(raw);
        if (Math.abs((long) written.scale()) + written.precision() > 2 * MAX_NUMBER_SCALE) {
            return text(raw);
        }
        BigDecimal number = WrittenNumber.withoutNoise(written);
        String shown = (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        return new Cell(shown, number, date(number, date1904), null);
    }

    /** A day in the words of ISO 8601, which the format allows beside the number of a day; a text where it is none. */
    static Cell isoDay(String raw) {
        Matcher day = ISO_DAY.matcher(raw.strip());
        if (!day.matches() || day.group(2) != null && !day.group(2).equals("00:00:00")) {
            return text(raw);
        }
        try {
            LocalDate date = LocalDate.parse(day.group(1));
            return new Cell(DAY.format(date), null, date, null);
        } catch (DateTimeParseException e) {
            return text(raw);
        }
    }

    private static LocalDate date(BigDecimal serial, boolean date1904) {
        if (serial.signum() <= 0 || serial.compareTo(BigDecimal.valueOf(LAST_EXCEL_DAY)) > 0) {
            return null;
        }
        BigDecimal day = serial.setScale(0, RoundingMode.HALF_UP);
        if (day.signum() == 0 || serial.subtract(day).abs().compareTo(NEARLY_MIDNIGHT) > 0) {
            return null;
        }
        return (date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30)).plusDays(day.longValue());
    }

    /** Some programs escape what is an escape already; what is left of a control character after that is nobody's word either. */
    private static String unescaped(String raw) {
        if (raw.indexOf("_x") < 0) {
            return raw;
        }
        String once = ESCAPE.matcher(raw)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        return once.replaceAll("_x00[01][0-9A-Fa-f]_", " ");
    }
}
