package vn.hocba.shared;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the look-up code of a record (mã tra cứu, 32 hexadecimal digits) in what people type and paste, the same wherever a code is asked for. */
public final class LookUpCodes {

    private static final int LENGTH = 32;

    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern NOISE = Pattern.compile("[ \\-_.]+");

    /** Alone, or among the address in the QR code or words that were copied along, but not among other digits: which of them are the code, nobody can tell. */
    private static final Pattern CODES = Pattern.compile("(?<![0-9a-f])(?<!(?<![\\p{L}\\d])[0-9a-f]{1,40} )"
            + "((?:(?:[0-9a-f] ?){" + LENGTH + "})+)(?![0-9a-z])(?! ?[0-9a-f]+(?![\\p{L}\\d]))");

    private LookUpCodes() {}

    /**
     * The code in a text, in lower case.
     *
     * @param typed a code in any case, with hyphens, spaces or marks that nobody sees, or the whole address of the QR code; null as if nothing were typed
     * @throws Refused when there is none, or two different ones of which nobody can tell which is meant
     */
    public static String one(String typed) {
        Set<String> codes = in(typed);
        if (codes.isEmpty()) {
            throw Refused.invalid(
                    "lookup.code-form", plain(typed).replace(" ", "").length());
        }
        if (codes.size() > 1) {
            throw Refused.invalid("lookup.two-codes", codes.size());
        }
        return codes.iterator().next();
    }

    /** The different codes in a text, in their order and in lower case. */
    public static Set<String> in(String typed) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher runs = CODES.matcher(plain(typed));
        while (runs.find()) {
            String run = runs.group(1).replace(" ", "");
            for (int at = 0; at < run.length(); at += LENGTH) {
                codes.add(run.substring(at, at + LENGTH));
            }
        }
        return codes;
    }

    private static String plain(String typed) {
        String clean = Normalizer.normalize(VietnameseText.clean(typed == null ? "" : typed), Normalizer.Form.NFKC);
        String dashed = DASH.matcher(clean).replaceAll("-");
        return NOISE.matcher(dashed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
