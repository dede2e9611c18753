package vn.hocba.school.workbook;

import vn.hocba.shared.VietnameseText;

/** Compares column names the way people read them: without case, tone marks, punctuation and line breaks. */
public final class Headers {

    private Headers() {}

    /** «Mã định danh Bộ GD&amp;ĐT» becomes «ma dinh danh bo gd dt». */
    public static String key(String header) {
        return VietnameseText.wordsKey(header);
    }
}
