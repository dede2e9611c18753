package vn.hocba.school;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.school.workbook.Cell;

/** Codes are digits, not numbers: undoes what a spreadsheet made of them where nothing was lost, so that one code is one whatever its cell holds. */
final class Codes {

    private static final int MOET_DIGITS = 10;
    private static final int PERSONAL_ID_DIGITS = 12;

    /** No province's code begins with more zeros. */
    private static final int MOST_LOST_ZEROS = 2;

    private static final Pattern EXPONENT = Pattern.compile("(\\d)(?:[.,](\\d+))?[eE]\\+?(\\d{1,2})");

    /** «3.152.769.214»: a spreadsheet sets off thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})+");

    private Codes() {}

    /** A code of the sector database; the leading zeros that a number cannot hold are put back. Null when empty. */
    static String moet(Cell cell) {
        String code = digits(cell.text());
        if (code.isEmpty()) {
            return null;
        }
        return cell.number() != null ? withLostZeros(code) : code;
    }

    /** The same code with the leading zeros that somebody's program took for nothing; itself where none can be missing. */
    static String withLostZeros(String code) {
        return code.matches("\\d{" + (MOET_DIGITS - MOST_LOST_ZEROS) + "," + MOET_DIGITS + "}")
                ? padded(code, MOET_DIGITS)
                : code;
    }

    /** Số định danh cá nhân with its leading zeros, lost or not; null when empty, unchanged where it cannot be one. */
    static String personalId(Cell cell) {
        String number = digits(cell.text());
        if (number.matches("\\d{" + (PERSONAL_ID_DIGITS - MOST_LOST_ZEROS) + "," + (PERSONAL_ID_DIGITS - 1) + "}")) {
            String whole = padded(number, PERSONAL_ID_DIGITS);
            return cell.number() != null || PersonalId.hasKnownProvince(whole) ? whole : number;
        }
        return number.isEmpty() ? null : number;
    }

    /** Whether digits are gone for good: «3.15E9». */
    static boolean isRounded(String code) {
        return EXPONENT.matcher(code).matches();
    }

    private static String digits(String text) {
        String code = text.replace(" ", "").replaceFirst("^'", "").replaceFirst("^(\\d{4,})[.,]0+$", "$1");
        if (THOUSANDS.matcher(code).matches()) {
            return code.replaceAll("[.,]", "");
        }
        Matcher exponent = EXPONENT.matcher(code);
        if (exponent.matches()) {
            int places = exponent.group(2) == null ? 0 : exponent.group(2).length();
            if (places >= Integer.parseInt(exponent.group(3))) {
                BigDecimal number = new BigDecimal(code.replace(',', '.'));
                return number.stripTrailingZeros().scale() <= 0
                        ? number.setScale(0).toPlainString()
                        : code;
            }
        }
        return code;
    }

    private static String padded(String code, int digits) {
        return "0".repeat(digits - code.length()) + code;
    }
}
