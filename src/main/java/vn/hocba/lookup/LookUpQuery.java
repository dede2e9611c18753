package vn.hocba.lookup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.shared.Refused;

/**
 * What a visitor typed, tidied up.
 *
 * @param code mã tra cứu, 32 lower-case hexadecimal digits
 */
record LookUpQuery(String code, LocalDate birthDate) {

    private static final Pattern NOISE = Pattern.compile("[\\s\\u00a0\\u200b\\-‐‑–—_.]+");
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{4})|(\\d{2})(\\d{2})(\\d{4})");

    /**
     * Takes a code in any case, with hyphens or spaces, and a date as day, month, year.
     *
     * @throws Refused when one of them cannot be such a thing
     */
    static LookUpQuery of(String code, String birthDate) {
        return new LookUpQuery(code(code), date(birthDate));
    }

    private static String code(String typed) {
        String code = NOISE.matcher(typed == null ? "" : typed).replaceAll("").toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw Refused.invalid("lookup.code-form", code.length());
        }
        return code;
    }

    private static LocalDate date(String typed) {
        Matcher matcher = DATE.matcher(typed == null ? "" : typed.strip());
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
}
