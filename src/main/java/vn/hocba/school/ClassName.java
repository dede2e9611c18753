package vn.hocba.school;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hocba.shared.VietnameseText;

/** Names of classes: «1A», «1a», «1 A» and «Lớp 1A» are one. */
final class ClassName {

    private static final Pattern WORD =
            Pattern.compile("^lớp(?:\\s*:\\s*|\\s+|(?=\\d))", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A grade and a short mark, such as «1A», «4 A2», «5Đ». */
    private static final Pattern USUAL = Pattern.compile("(\\d{1,2})\\s*(\\p{L})\\s*(\\d{0,2})");

    private ClassName() {}

    /** What two writings of one class have in common; 4A and 4Â, 5D and 5Đ are two. */
    static String key(String name) {
        return Normalizer.normalize(written(name), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
    }

    /** As it is kept: without the word «Lớp», and «1A» however that was written; other names as they stand. */
    static String written(String name) {
        String plain = WORD.matcher(VietnameseText.clean(name)).replaceFirst("");
        Matcher usual = USUAL.matcher(plain);
        return usual.matches() ? usual.group(1) + usual.group(2).toUpperCase(Locale.ROOT) + usual.group(3) : plain;
    }
}
