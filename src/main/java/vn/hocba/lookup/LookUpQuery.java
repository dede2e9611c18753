package vn.hocba.lookup;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.shared.LookUpCodes;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/**
 * What a visitor typed, tidied up.
 *
 * @param code mã tra cứu, 32 lower-case hexadecimal digits
 */
record LookUpQuery(String code, LocalDate birthDate) {

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4})|(\\d{2})(\\d{2})(\\d{4})");

    /**
     * Takes a code in any case, with hyphens or spaces, or the whole address of the QR code, and a date as day, month, year with any dash or space; marks that
     * nobody sees do not matter.
     *
     * @throws Refused when one of them cannot be such a thing, or there are two different codes
     */
    static LookUpQuery of(String code, String birthDate) {
        return new LookUpQuery(LookUpCodes.one(code), date(birthDate));
    }

    private static LocalDate date(String typed) {
        Matcher matcher = DATE.matcher(plain(typed));
        if (!matcher.matches()) {
            throw Refused.invalid("lookup.date-form");
        }
        int first = matcher.group(1) == null ? 4 : 1;
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(first + 2)),
                    Integer.parseInt(matcher.group(first + 1)),
                    Integer.parseInt(matcher.group(first)));
        } catch (DateTimeException e) {
            throw Refused.invalid("lookup.date-form");
        }
    }

    /** With one kind of space, dash and digit, and nothing invisible. */
    private static String plain(String typed) {
        String clean = Normalizer.normalize(VietnameseText.clean(typed == null ? "" : typed), Normalizer.Form.NFKC);
        return DASH.matcher(clean).replaceAll("-");
    }
}
