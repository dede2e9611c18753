package vn.hocba.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises text in the code pages of the years before Unicode, TCVN3 (fonts .VnTime, ABC) and VNI (fonts VNI-Times): their letters are other letters of
 * Unicode, so that «Nguyễn» reads «NguyÔn» or «Nguyeãn» in any font of today. Text whose bytes were taken for letters, «VÄƒn» for «Văn», is told too.
 */
public final class OldCodePage {

    private static final int CERTAIN = 2;
    private static final String LETTER = "[A-Za-z\u00c0-\u00ff]";
    private static final String SIGN = "[\u00b5\u00b6\u00b8\u00b9\u00a8\u00be\u00bc\u00bd\u00aa\u00ac]";

    /** Letters that only Unicode has: who wrote them did not write in an old code page. */
    private static final Pattern UNICODE =
            Pattern.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]");

    private static final List<Pattern> CLEAR = List.of(
            // TCVN3: signs within words, and capitals between small letters.
            Pattern.compile(SIGN + "(?=" + LETTER + ")|(?<=" + LETTER + ")" + SIGN),
            Pattern.compile("[\u00a9\u00ae](?=[a-z\u00e0-\u00ff])"),
            Pattern.compile("(?<=[A-Za-z])[\u00de\u00fe]"),
            Pattern.compile("(?<=[a-z])[\u00c0-\u00d6\u00d8-\u00dd](?=[a-z])"),
            // VNI: a vowel and, as a letter of its own, its mark.
            Pattern.compile("(?i)a[ùøûõêåäâãáà]|e[ùøûõïâáàåãä]|o[ùøûõåä]|u[ùøûõï]|[ôö][ùøûõï]|y[ùøûõî]"),
            // The bytes of UTF-8 taken for letters.
            Pattern.compile("\u00e1(?:\u00ba|\u00bb[\u00a1-\u00bf\u0192\u2039])"),
            Pattern.compile("[\u00c3\u00c4\u00c6][\u00a1-\u00bf\u0192\u2018]"));

    /** Found in other languages too, or left by a web page. */
    private static final List<Pattern> POSSIBLE = List.of(
            Pattern.compile("(?<=" + LETTER + ")\u00ad|\u00ad(?=" + LETTER + ")"),
            Pattern.compile("(?i)a[ëïüéèú]|o[ïâ]|\\bñ"));

    private OldCodePage() {}

    /** Whether a text is in TCVN3 or VNI, or was read as if it were; asked of it as it came, before anything is cleaned. */
    public static boolean isIn(String text) {
        if (text == null
                || text.chars().allMatch(letter -> letter < 0x80)
                || UNICODE.matcher(text).find()) {
            return false;
        }
        int signs = CERTAIN * count(CLEAR, text) + count(POSSIBLE, text);
        return signs >= CERTAIN;
    }

    private static int count(List<Pattern> patterns, String text) {
        return (int) patterns.stream()
                .mapToLong(pattern -> pattern.matcher(text).results().count())
                .sum();
    }
}
