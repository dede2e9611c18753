package vn.hocba.record;

import java.util.regex.Pattern;

/**
 * A title that the circular itself awards at the end of the year (TT 27/2020 Điều 13.1.a). Each belongs to exactly one overall result; rewards of other
 * kinds are free words of the school.
 */
public enum RewardTitle {
    /** Follows from the result alone. */
    EXCELLENT_PUPIL(
            OverallResult.EXCELLENT,
            "Học sinh Xuất sắc",
            Words.PUPIL + "?xuất sắc|hs\\.? ?xs",
            "(?<!\\p{L})(?:" + Words.PUPIL + "(?:.* )?xuất sắc|hs\\.? ?xs(?!\\p{L}))"),

    /** Needs besides an outstanding subject or a quality or competence with clear progress, and the recognition of the class: a person decides. */
    EXEMPLARY_PUPIL(
            OverallResult.GOOD,
            "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện",
            Words.PUPIL + "?tiêu biểu(?: hoàn thành tốt(?: trong)?(?: học tập và rèn luyện)?)?",
            "tiêu biểu");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String BEFORE = "(?:đạt |nhận |được |giấy |tặng |khen thưởng:? |khen:? |danh hiệu:? )*";
    private static final String AFTER = "(?: (?:trong học tập|toàn diện|cuối năm|cả năm|năm học|lớp)\\b.*| ?\\(.*)?";

    private final OverallResult result;
    private final String term;
    private final Pattern alone;
    private final Pattern within;
    private final Pattern mention;

    RewardTitle(OverallResult result, String term, String name, String mention) {
        this.result = result;
        this.term = term;
        String spelled = "(?:" + name + ")";
        alone = Pattern.compile(BEFORE + spelled, FLAGS);
        within = Pattern.compile(BEFORE + spelled + AFTER, FLAGS);
        this.mention = Pattern.compile(mention, FLAGS);
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

    /** Whether words sound like this title somewhere, even where they may be praise of another kind. */
    boolean isMentionedIn(String words) {
        return mention.matcher(words).find();
    }

    /** An enum's own constants are not there yet when its values are made. */
    private static final class Words {
        static final String PUPIL = "(?:học sinh |hs\\.? ?)";
    }
}
