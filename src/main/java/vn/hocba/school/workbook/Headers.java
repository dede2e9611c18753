package vn.hocba.school.workbook;

import java.util.regex.Pattern;
import vn.hocba.shared.VietnameseText;

/** Compares column names the way people read them: without case, tone marks, punctuation and line breaks. */
public final class Headers {

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Headers() {}

    /** «Mã định danh Bộ GD&amp;ĐT» becomes «ma dinh danh bo gd dt». */
    public static String key(String header) {
        return PUNCTUATION
                .matcher(VietnameseText.searchKey(header))
                .replaceAll(" ")
                .strip();
    }
}
