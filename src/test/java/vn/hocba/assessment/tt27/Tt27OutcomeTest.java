package vn.hocba.assessment.tt27;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.PrimaryPupil;
import vn.hocba.assessment.ProjectCurriculum;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Tables;

/** TT 27/2020 Điều 9, 11 and 13 as the decision table of the project has them, in every case from both sides of a bound. */
class Tt27OutcomeTest {

    static final DecisionTable TABLE = new DecisionTable("overallResultTt27", "1");
    static final Regulation TT27 = new Tt27Primary(Tables.ofProject(), ProjectCurriculum.read(), 2026, "79", TABLE);

    private static PrimaryPupil pupil() {
        return PrimaryPupil.of(TT27, 1);
    }

    private static Outcome maths(String level, int mark, String trait) {
        return pupil().with("TOAN", "level", level)
                .with("TOAN", "mark", Integer.toString(mark))
                .with(Part.CLASS, "NLC1", trait)
                .outcome();
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
    void theWorstItemDecides(String level, int mark, String trait, String result, boolean completed) {
        Outcome outcome = maths(level, mark, trait);

        assertThat(outcome.result()).isEqualTo(result);
        assertThat(outcome.completed()).isEqualTo(completed);
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.basis()).isEqualTo(Outcome.Basis.COMPLETE);
        assertThat(outcome.decidedBy()).isEqualTo("overallResultTt27:1");
    }

    @Test
    void theBestResultNeedsNoReasonAndBringsItsReward() {
        assertThat(maths("T", 9, "T").reasons()).isEmpty();
        assertThat(maths("T", 9, "T").reward()).isEqualTo("Học sinh Xuất sắc");
        assertThat(maths("T", 8, "T").reward()).isEmpty();
    }

    @Test
    void everyItemThatKeepsThePupilFromTheNextBetterResultIsNamed() {
        assertThat(maths("T", 8, "T").reasons()).containsExactly("môn Toán KTĐK 8 < 9");
        assertThat(maths("T", 6, "T").reasons()).containsExactly("môn Toán KTĐK 6 < 7");
        assertThat(maths("T", 4, "T").reasons()).containsExactly("môn Toán KTĐK 4 < 5");
        assertThat(maths("H", 6, "Đ").reasons())
                .containsExactly("môn Toán mức H, cần T", "môn Toán KTĐK 6 < 7", "«Tự chủ và tự học» mức Đ, cần T");
        assertThat(maths("C", 4, "C").reasons())
                .containsExactly("môn Toán mức C, cần H", "môn Toán KTĐK 4 < 5", "«Tự chủ và tự học» mức C, cần Đ");
    }

    @Test
    void anItemThatWouldAllowABetterResultIsNoReason() {
        assertThat(maths("C", 6, "Đ").reasons()).containsExactly("môn Toán mức C, cần H");
    }

    @Test
    void aSubjectWithoutATestDecidesByItsLevelAlone() {
        Outcome outcome = pupil().with("DD", "level", "H").outcome();

        assertThat(outcome.result()).isEqualTo("COMPLETED");
        assertThat(outcome.reasons()).containsExactly("môn Đạo đức mức H, cần T");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aPupilWhoIsExemptInEverySubjectHasNoResultNoCompletionAndNoReward(int grade) {
        nothing(PrimaryPupil.of(TT27, grade).everywhere("level", "M").outcome(), "không có môn học nào được đánh giá");
    }

    @Test
    void withoutAnySubjectThereIsNoResult() {
        PrimaryPupil pupil = pupil();
        TT27.parts(1).stream()
                .map(Part::code)
                .filter(code -> !code.equals(Part.CLASS))
                .forEach(pupil::without);

        nothing(pupil.outcome(), "không có môn học nào được đánh giá");
    }

    @Test
    void withoutAnyMarkOfATestThereIsNoResult() {
        nothing(pupil().with("TV", "level", "M").with("TOAN", "level", "M").outcome(), "không có điểm KTĐK cuối năm");
    }

    @Test
    void aMarkThatWasTypedBeforeTheExemptionDoesNotCount() {
        Outcome outcome =
                pupil().with("TOAN", "mark", "3").with("TOAN", "level", "M").outcome();

        assertThat(outcome.result()).isEqualTo("EXCELLENT");
        assertThat(TT27.failed(pupil().with("TOAN", "mark", "3")
                        .with("TOAN", "level", "M")
                        .contents()))
                .isEmpty();
    }

    @Test
    void anExemptSubjectIsLeftOut() {
        Outcome outcome = pupil().with("TV", "mark", "9")
                .with("TOAN", "level", "M")
                .with("TOAN", "mark", "")
                .outcome();

        assertThat(outcome.result()).isEqualTo("EXCELLENT");
        assertThat(outcome.missing()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndThereIsNoResult() {
        Outcome outcome = pupil().with("TV", "level", "")
                .with("TV", "mark", "")
                .with("DD", "level", "")
                .with(Part.CLASS, "PC1", "")
                .outcome();

        assertThat(outcome.result()).isNull();
        assertThat(outcome.completed()).isFalse();
        assertThat(outcome.decidedBy()).isNull();
        assertThat(outcome.basis()).isEqualTo(Outcome.Basis.INCOMPLETE);
        assertThat(outcome.missing())
                .containsExactly(
                        "thiếu mức đạt được môn Tiếng Việt",
                        "thiếu điểm KTĐK môn Tiếng Việt",
                        "thiếu mức đạt được môn Đạo đức",
                        "thiếu mức «Yêu nước»");
    }

    @ParameterizedTest(name = "grade {0}, {1} is taught and nobody gave a mark: asked for {2}")
    @CsvSource({
        "1, NN1, false",
        "2, NN1, false",
        "3, NN1, true",
        "5, NN1, true",
        "1, TDT, false",
        "5, TDT, false",
        "4, KH, true",
        "3, TH, true",
        "3, DD, false",
        "3, TNXH, false"
    })
    void aMarkIsAskedForWhereTheYearEndsWithATest(int grade, String subject, boolean asked) {
        Outcome outcome = PrimaryPupil.of(TT27, grade)
                .taught(subject)
                .with(subject, "mark", "")
                .outcome();

        assertThat(!outcome.missing().isEmpty()).isEqualTo(asked);
        assertThat(outcome.result()).isEqualTo(asked ? null : "EXCELLENT");
    }

    @Test
    void anOptionalSubjectThatIsNotTaughtIsNotMissed() {
        assertThat(pupil().outcome().missing()).isEmpty();
        assertThat(pupil().contents().parts()).doesNotContainKeys("NN1", "TDT");
        assertThat(TT27.isOptional(1, TT27.demandPart(1, "TDT"))).isTrue();
        assertThat(TT27.isOptional(2, TT27.demandPart(2, "NN1"))).isTrue();
        assertThat(TT27.isOptional(3, TT27.demandPart(3, "NN1"))).isFalse();
    }

    @ParameterizedTest(name = "level {0}, mark {1}: fails {2}")
    @CsvSource({"T, 10, false", "H, 5, false", "H, 4, true", "T, 4, true", "C, 10, true", "C, 4, true"})
    void theSubjectsThatAloneKeepThePupilFromCompletingAreAssessedAgain(String level, int mark, boolean fails) {
        PrimaryPupil pupil = pupil().with("TOAN", "level", level).with("TOAN", "mark", Integer.toString(mark));

        assertThat(TT27.failed(pupil.contents()).contains("TOAN")).isEqualTo(fails);
        assertThat(TT27.failed(pupil.contents())).doesNotContain("TV", "DD", Part.CLASS);
    }

    @Test
    void aPupilWhoFailsByAQualityAloneHasNoSubjectToRepeat() {
        PrimaryPupil pupil = pupil().with(Part.CLASS, "PC1", "C");

        assertThat(pupil.outcome().completed()).isFalse();
        assertThat(TT27.failed(pupil.contents())).isEmpty();
    }

    @Test
    void aMarkThatTheFormHasNoCellForDecidesNothingBecauseNobodySeesIt() {
        PrimaryPupil pupil = pupil().with("DD", "mark", "2");

        assertThat(pupil.outcome().result()).isEqualTo("EXCELLENT");
        assertThat(TT27.failed(pupil.contents())).isEmpty();
        assertThat(TT27.contradictions(pupil.contents())).isEmpty();
    }

    private static void nothing(Outcome outcome, String why) {
        assertThat(outcome.basis()).isEqualTo(Outcome.Basis.NOTHING_ASSESSED);
        assertThat(outcome.result()).isNull();
        assertThat(outcome.completed()).isFalse();
        assertThat(outcome.reward()).isEmpty();
        assertThat(outcome.decidedBy()).isNull();
        assertThat(outcome.missing()).singleElement().asString().startsWith(why);
    }
}
