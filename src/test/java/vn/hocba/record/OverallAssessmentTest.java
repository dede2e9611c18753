package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.ClassFixture;
import vn.hocba.record.OverallAssessment.Assessment;
import vn.hocba.record.OverallAssessment.SubjectItem;
import vn.hocba.record.OverallAssessment.TraitItem;

/** TT 27/2020 Điều 9, 11 and 13 as the decision table has them. */
@SpringBootTest
@ActiveProfiles("test")
@Import(ClassFixture.class)
class OverallAssessmentTest {

    private static final int GRADE = 1;

    @Autowired
    OverallAssessment assessment;

    private Assessment assess(String level, Integer mark, String trait) {
        return assessment.assess(
                GRADE,
                List.of(new SubjectItem("TV", "T", 10, false), new SubjectItem("TOAN", level, mark, false)),
                List.of(new TraitItem("PC1", "T"), new TraitItem("NLC1", trait)));
    }

    @ParameterizedTest(name = "level {0}, mark {1}, trait {2}: {3}")
    @CsvSource({
        "T, 10, T, EXCELLENT, true",
        "T, 9, T, EXCELLENT, true",
        "T, 8, T, GOOD, true",
        "T, 7, T, GOOD, true",
        "T, 6, T, COMPLETED, true",
        "T, 5, T, COMPLETED, true",
        "T, 4, T, NOT_COMPLETED, false",
        "T, 0, T, NOT_COMPLETED, false",
        "H, 10, T, COMPLETED, true",
        "T, 10, Đ, COMPLETED, true",
        "H, 5, Đ, COMPLETED, true",
        "H, 4, Đ, NOT_COMPLETED, false",
        "C, 10, T, NOT_COMPLETED, false",
        "T, 10, C, NOT_COMPLETED, false",
        "C, 0, C, NOT_COMPLETED, false",
    })
    void theWorstItemDecides(String level, int mark, String trait, OverallResult result, boolean completed) {
        Assessment outcome = assess(level, mark, trait);

        assertThat(outcome.result()).isEqualTo(result);
        assertThat(outcome.completed()).isEqualTo(completed);
        assertThat(outcome.missing()).isEmpty();
    }

    @Test
    void theBestResultNeedsNoReasonAndBringsItsReward() {
        assertThat(assess("T", 9, "T").reasons()).isEmpty();
        assertThat(assess("T", 9, "T").reward()).isEqualTo("Học sinh Xuất sắc");
        assertThat(assess("T", 8, "T").reward()).isEmpty();
    }

    @Test
    void everyItemThatKeepsThePupilFromTheNextBetterResultIsNamed() {
        assertThat(assess("T", 8, "T").reasons()).containsExactly("môn Toán KTĐK 8 < 9");
        assertThat(assess("T", 6, "T").reasons()).containsExactly("môn Toán KTĐK 6 < 7");
        assertThat(assess("T", 4, "T").reasons()).containsExactly("môn Toán KTĐK 4 < 5");
        assertThat(assess("H", 6, "Đ").reasons())
                .containsExactly("môn Toán mức H, cần T", "môn Toán KTĐK 6 < 7", "«Tự chủ và tự học» mức Đ, cần T");
        assertThat(assess("C", 4, "C").reasons())
                .containsExactly("môn Toán mức C, cần H", "môn Toán KTĐK 4 < 5", "«Tự chủ và tự học» mức C, cần Đ");
    }

    @Test
    void anItemThatWouldAllowABetterResultIsNoReason() {
        assertThat(assess("C", 6, "Đ").reasons()).containsExactly("môn Toán mức C, cần H");
    }

    @Test
    void aSubjectWithoutATestDecidesByItsLevelAlone() {
        Assessment outcome = assessment.assess(
                GRADE,
                List.of(new SubjectItem("TV", "T", 10, false), new SubjectItem("DD", "H", null, false)),
                List.of(new TraitItem("PC1", "T")));

        assertThat(outcome.result()).isEqualTo(OverallResult.COMPLETED);
        assertThat(outcome.reasons()).containsExactly("môn Đạo đức mức H, cần T");
    }

    @Test
    void aPupilWhoIsExemptInEverySubjectHasNoResultNoCompletionAndNoReward() {
        assertNothing(
                List.of(new SubjectItem("TV", null, null, true), new SubjectItem("TOAN", null, null, true)),
                List.of(new TraitItem("PC1", "T")),
                "không có môn học nào được đánh giá");
        assertNothing(List.of(), List.of(new TraitItem("PC1", "T")), "không có môn học nào được đánh giá");
    }

    @Test
    void withoutAnyMarkOfATestThereIsNoResult() {
        assertNothing(
                List.of(new SubjectItem("TV", null, null, true), new SubjectItem("DD", "T", null, false)),
                List.of(new TraitItem("PC1", "T")),
                "không có điểm KTĐK cuối năm");
    }

    @Test
    void withoutAnyQualityThereIsNoResult() {
        assertNothing(List.of(new SubjectItem("TV", "T", 10, false)), List.of(), "không có phẩm chất, năng lực nào");
    }

    private void assertNothing(List<SubjectItem> subjects, List<TraitItem> traits, String why) {
        Assessment outcome = assessment.assess(GRADE, subjects, traits);

        assertThat(outcome.basis()).isEqualTo(OverallAssessment.Basis.NOTHING_ASSESSED);
        assertThat(outcome.result()).isNull();
        assertThat(outcome.completed()).isFalse();
        assertThat(outcome.reward()).isEmpty();
        assertThat(outcome.missing()).singleElement().asString().startsWith(why);
    }

    @Test
    void anExemptSubjectIsLeftOut() {
        Assessment outcome = assessment.assess(
                GRADE,
                List.of(new SubjectItem("TV", "T", 9, false), new SubjectItem("TOAN", null, null, true)),
                List.of(new TraitItem("PC1", "T")));

        assertThat(outcome.result()).isEqualTo(OverallResult.EXCELLENT);
        assertThat(outcome.missing()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndThereIsNoResult() {
        List<SubjectItem> subjects = new ArrayList<>();
        subjects.add(new SubjectItem("TV", null, null, false));
        subjects.add(new SubjectItem("DD", null, null, false));
        Assessment outcome = assessment.assess(GRADE, subjects, List.of(new TraitItem("PC1", null)));

        assertThat(outcome.result()).isNull();
        assertThat(outcome.completed()).isFalse();
        assertThat(outcome.missing())
                .containsExactly(
                        "thiếu mức đạt được môn Tiếng Việt",
                        "thiếu điểm KTĐK môn Tiếng Việt",
                        "thiếu mức đạt được môn Đạo đức",
                        "thiếu mức «Yêu nước»");
    }
}
