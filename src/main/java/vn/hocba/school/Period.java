package vn.hocba.school;

import java.util.regex.Pattern;

/** Which part of a school year the name of a column, or what stands above it, says it is of. */
enum Period {
    /** «Cuối năm», «Cả năm», «CK»: what the record holds. */
    YEAR("cuoi nam(?: hoc)?|ca nam(?: hoc)?|ck|cn"),
    /** «Cuối kì II», «CKII», «Học kì 2»: the year's end in other words, meant where nothing says it better. */
    SECOND_TERM("(?:cuoi )?(?:(?:hoc )?ki|c?hk|ck) ?(?:2|ii)"),
    /** «Học kì I», «Giữa kì 2», «GK2»: never the record's. */
    PART(
            ".*\\b(?:giua (?:hoc )?(?:ki|hk|nam)|(?:hoc )?ki ?(?:1|2|i|ii)|hoc ki|(?:gk|hk|ghk)(?: ?(?:1|2|i|ii))?|ch?k ?(?:1|i)|dot)\\b.*|giua|ki"),
    NONE("");

    private static final Pattern SECOND_TERM_LAST = Pattern.compile("^(.+?) (?:" + SECOND_TERM.words + ")$");

    private final Pattern words;

    Period(String words) {
        this.words = Pattern.compile(words);
    }

    /** @param key of the whole text, as {@link vn.hocba.school.workbook.Headers#key} writes it */
    static Period of(String key) {
        for (Period period : values()) {
            if (period.words.matcher(key).matches()) {
                return period;
            }
        }
        return NONE;
    }

    /** The key of a name that ends in words for the second term, with the one word for it that the columns know: «… ckii». */
    static String inOneWord(String key) {
        return SECOND_TERM_LAST.matcher(key).replaceFirst("$1 ckii");
    }
}
