package vn.hocba.assessment.tt27;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Title;
import vn.hocba.assessment.Titles;

/** TT 27/2020 Điều 13: which words are a title, and with which result each goes. */
class RewardTest {

    private static final Titles TITLES = PupilTitle.ALL;
    private static final String EXCELLENT = "Học sinh Xuất sắc";
    private static final String EXEMPLARY = "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Học sinh Xuất sắc",
                "học sinh xuất sắc",
                "HỌC SINH XUẤT SẮC.",
                " Danh hiệu «Học sinh Xuất sắc» ",
                "HS xuất sắc",
                "Xuất sắc",
                "HSXS",
                "HS. XS",
                "Giấy khen Học sinh Xuất sắc",
                "Tặng giấy khen danh hiệu «Học sinh Xuất sắc»",
                "Khen: học sinh xuất sắc",
                "Ho\u0323c sinh Xua\u0302\u0301t sa\u0306\u0301c"
            })
    void aTitleGetsTheSpellingOfTheRegulationHoweverItIsTyped(String typed) {
        assertThat(TITLES.typed(typed).words()).isEqualTo(EXCELLENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Học sinh Xuất sắc, GOOD",
        "Học sinh Xuất sắc, COMPLETED",
        "Học sinh Xuất sắc, NOT_COMPLETED",
        "Học sinh Xuất sắc năm học 2026 - 2027, GOOD",
        "Học sinh Xuất sắc trong học tập và rèn luyện, GOOD",
        "Giấy khen Học sinh Xuất sắc, COMPLETED",
        "HSXS, GOOD",
        "HSXS lớp 3A, NOT_COMPLETED",
        "Giải nhất cờ vua; đạt danh hiệu Học sinh xuất sắc, GOOD",
        "Học sinh Tiêu biểu, COMPLETED",
        "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện, EXCELLENT",
        "Học sinh tiêu biểu hoàn thành tốt, NOT_COMPLETED"
    })
    void aTitleDoesNotGoWithAnotherResult(String words, String result) {
        assertThat(TITLES.unsupported(TITLES.typed(words), result)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Học sinh Xuất sắc, EXCELLENT",
        "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện, GOOD",
        "Giải nhất cờ vua cấp phường, NOT_COMPLETED",
        "Học sinh tiêu biểu phong trào Kế hoạch nhỏ, COMPLETED",
        "Thành tích xuất sắc trong Hội khỏe Phù Đổng, COMPLETED",
        "Có tiến bộ vượt bậc môn Toán, NOT_COMPLETED"
    })
    void itsOwnResultCarriesATitleAndTheSchoolsOwnWordsGoWithAny(String words, String result) {
        assertThat(TITLES.unsupported(TITLES.typed(words), result)).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "Học sinh hoàn thành xuất sắc các nội dung học tập và rèn luyện, GOOD, EXCELLENT_PUPIL",
        "Tuyên dương học sinh đạt thành tích xuất sắc, COMPLETED, EXCELLENT_PUPIL",
        "Tuyên dương HS xuất sắc, GOOD, EXCELLENT_PUPIL",
        "Tấm gương HSXS của khối, GOOD, EXCELLENT_PUPIL",
        "Gương mặt tiêu biểu của lớp, EXCELLENT, EXEMPLARY_PUPIL",
        "Học sinh hoàn thành xuất sắc các nội dung học tập, EXCELLENT, ",
        "Gương mặt tiêu biểu của lớp, GOOD, ",
        "Thành tích xuất sắc trong Hội khỏe Phù Đổng, GOOD, ",
        "Giải nhất cờ vua, GOOD, ",
        "Tấm gương HSXS của khối, , "
    })
    void wordsThatSoundLikeATitleOfAnotherResultAreNoticedWhereverTheyStand(
            String words, String result, PupilTitle like) {
        assertThat(TITLES.unsupported(TITLES.typed(words), result)).isEmpty();
        assertThat(TITLES.soundsLike(TITLES.typed(words), result)).isEqualTo(Optional.<Title>ofNullable(like));
    }

    @Test
    void whileTheResultIsOpenNothingIsSaidAgainstATitle() {
        assertThat(TITLES.unsupported(TITLES.typed(EXCELLENT), null)).isEmpty();
    }

    @Test
    void whatTheResultNoLongerCarriesIsTakenBackAndTheSchoolsOwnWordsStay() {
        assertThat(TITLES.following(TITLES.typed(EXCELLENT), "GOOD")).isEqualTo(new Reward(null, false, EXCELLENT));
        assertThat(TITLES.following(TITLES.typed("Giải nhất cờ vua; Học sinh Xuất sắc"), "GOOD"))
                .isEqualTo(new Reward("Giải nhất cờ vua", false, EXCELLENT));
        assertThat(TITLES.following(TITLES.typed("Giải nhất cờ vua; Học sinh Xuất sắc"), "EXCELLENT")
                        .words())
                .isEqualTo("Giải nhất cờ vua; Học sinh Xuất sắc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Không", "không", "-", "Không khen thưởng", "không có."})
    void aProposalIsDeclinedInWords(String typed) {
        Reward reward = TITLES.typed(typed);

        assertThat(reward).isEqualTo(new Reward(null, true, null));
        assertThat(reward.cell()).isEqualTo("Không");
        assertThat(reward.openProposal(EXCELLENT)).isEmpty();
    }

    @Test
    void anEmptyCellLeavesTheProposalOpen() {
        assertThat(TITLES.typed("").openProposal(EXCELLENT)).contains(EXCELLENT);
        assertThat(TITLES.typed(null).openProposal("")).isEmpty();
        assertThat(TITLES.typed(EXCELLENT).openProposal(EXCELLENT)).isEqualTo(Optional.empty());
    }

    @Test
    void aPersonMayChooseTheTitleOfTheResultAndNoOther() {
        assertThat(TITLES.choices("EXCELLENT")).containsExactly(EXCELLENT);
        assertThat(TITLES.choices("GOOD")).containsExactly(EXEMPLARY);
        assertThat(TITLES.choices("COMPLETED")).isEmpty();
        assertThat(TITLES.choices(null)).isEmpty();
    }
}
