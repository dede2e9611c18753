package vn.hocba.record;

import java.util.regex.Pattern;

/**
 * A title that the circular itself awards at the end of the year (TT 27/2020 Điều 13.1.a). Each belongs to exactly one overall result; rewards of other
 * kinds are free words of the school.
 */
public enum RewardTitle {
    /** Follows from the result alone. */
    EXCELLENT_PUPIL(OverallResult.EXCELLENT, "Học sinh Xuất sắc", "xuất sắc"),

    /** Needs besides an outstanding subject or a quality or competence with clear progress, and the recognition of the class: a person decides. */
    EXEMPLARY_PUPIL(
            OverallResult.GOOD,
            "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện",
            "tiêu biểu(?: hoàn thành tốt(?: trong)?(?: học tập và rèn luyện)?)?");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String BEFORE = "(?:đạt |nhận |được |khen thưởng:? |danh hiệu:? )*";
    private static final String AFTER = "(?: (?:toàn diện|cuối năm|cả năm|năm học|lớp)\\b.*| ?\\(.*)?";

    private final OverallResult result;
    private final String term;
    private final Pattern alone;
    private final Pattern within;

    RewardTitle(OverallResult result, String term, String name) {
        this.result = result;
        this.term = term;
        String shortened = "(?:học sinh |hs\\.? ?)?" + name;
        alone = Pattern.compile(BEFORE + shortened, FLAGS);
        within = Pattern.compile(BEFORE + shortened + AFTER, FLAGS);
    }

    /** As the regulation writes it. */
    public String term() {
        return term;
    }

    /** The only result that it goes with. */
    public OverallResult result() {
        return result;
    }

    /** Whether words are this title and nothing else, however it is spelled. */
    boolean isAll(String words) {
        return alone.matcher(words).matches();
    }

    /** Whether words award this title, perhaps with the class or the year behind it. */
    boolean isAwardedBy(String words) {
        return within.matcher(words).matches();
    }
}
