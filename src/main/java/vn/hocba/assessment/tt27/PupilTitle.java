package vn.hocba.assessment.tt27;

import java.util.List;
import java.util.regex.Pattern;
import vn.hocba.assessment.Title;
import vn.hocba.assessment.Titles;

/** The titles of TT 27/2020 Điều 13.1.a, each with the one overall result that carries it. */
enum PupilTitle implements Title {
    /** Follows from the result alone. */
    EXCELLENT_PUPIL(
            Result.EXCELLENT,
            "Học sinh Xuất sắc",
            false,
            Words.PUPIL + "?xuất sắc|hs\\.? ?xs",
            "(?<!\\p{L})(?:" + Words.PUPIL + "(?:.* )?xuất sắc|hs\\.? ?xs(?!\\p{L}))"),

    /** Needs besides an outstanding subject or a quality or competence with clear progress, and the recognition of the class: a person decides. */
    EXEMPLARY_PUPIL(
            Result.GOOD,
            "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện",
            true,
            Words.PUPIL + "?tiêu biểu(?: hoàn thành tốt(?: trong)?(?: học tập và rèn luyện)?)?",
            "tiêu biểu");

    /** Both. */
    static final Titles ALL = new Titles(List.of(values()));

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String BEFORE = "(?:đạt |nhận |được |giấy |tặng |khen thưởng:? |khen:? |danh hiệu:? )*";
    private static final String AFTER = "(?: (?:trong học tập|toàn diện|cuối năm|cả năm|năm học|lớp)\\b.*| ?\\(.*)?";

    private final Result result;
    private final String term;
    private final boolean needsMore;
    private final Pattern alone;
    private final Pattern within;
    private final Pattern mention;

    PupilTitle(Result result, String term, boolean needsMore, String name, String mention) {
        this.result = result;
        this.term = term;
        this.needsMore = needsMore;
        String spelled = "(?:" + name + ")";
        alone = Pattern.compile(BEFORE + spelled, FLAGS);
        within = Pattern.compile(BEFORE + spelled + AFTER, FLAGS);
        this.mention = Pattern.compile(mention, FLAGS);
    }

    @Override
    public String term() {
        return term;
    }

    @Override
    public String result() {
        return result.name();
    }

    @Override
    public boolean needsMore() {
        return needsMore;
    }

    @Override
    public boolean isAll(String words) {
        return alone.matcher(words).matches();
    }

    @Override
    public boolean isAwardedBy(String words) {
        return within.matcher(words).matches();
    }

    @Override
    public boolean isMentionedIn(String words) {
        return mention.matcher(words).find();
    }

    /** An enum's own constants are not there yet when its values are made. */
    private static final class Words {
        static final String PUPIL = "(?:học sinh |hs\\.? ?)";
    }
}
