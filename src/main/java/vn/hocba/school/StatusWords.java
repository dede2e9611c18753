package vn.hocba.school;

import vn.hocba.school.workbook.Headers;

/** Compares the words of a column «Trạng thái»: without case, marks and punctuation; «học kì I», «HK1» and «kỳ 1» are one. */
final class StatusWords {

    private StatusWords() {}

    static String key(String words) {
        return Headers.key(words)
                .replaceAll("\\b(?:hoc ki|hk|ki) ?(?:1|i)$", "ki 1")
                .replaceAll("\\b(?:hoc ki|hk|ki) ?(?:2|ii)$", "ki 2");
    }
}
