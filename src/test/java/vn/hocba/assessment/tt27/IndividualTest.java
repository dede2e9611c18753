package vn.hocba.assessment.tt27;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.assessment.tt27.Tt27OutcomeTest.TT27;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.PrimaryPupil;

/** Pupils with disability (TT 27/2020 Điều 8): nothing is computed from what was not assessed, nor from what a plan of their own asked. */
class IndividualTest {

    private static PrimaryPupil pupil(AssessedBy by) {
        return PrimaryPupil.of(TT27, 1).with(Part.CLASS, Contents.ASSESSED_BY, by.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAN", "NOTHING"})
    void theBestOfEverythingIsNoResultAndNoTitle(AssessedBy by) {
        Outcome outcome = pupil(by).outcome();

        assertThat(outcome.basis()).isEqualTo(Outcome.Basis.BY_PLAN);
        assertThat(outcome.result()).isNull();
        assertThat(outcome.reward()).isEmpty();
        assertThat(outcome.isConcluded()).isFalse();
        assertThat(outcome.missing()).singleElement().asString().contains("quyết định của hiệu trưởng");
        assertThat(TT27.failed(pupil(by).everywhere("level", "C").contents())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAN", "NOTHING"})
    void howTheYearEndsThePrincipalDecides(AssessedBy by) {
        Outcome completed = pupil(by)
                .with(Part.CLASS, Contents.PLAN_COMPLETED, Contents.YES)
                .outcome();
        Outcome not =
                pupil(by).with(Part.CLASS, Contents.PLAN_COMPLETED, Contents.NO).outcome();

        assertThat(completed.isConcluded()).isTrue();
        assertThat(completed.completed()).isTrue();
        assertThat(not.isConcluded()).isTrue();
        assertThat(not.completed()).isFalse();
    }

    @Test
    void aPlanAsksForALevelOrAWordAndForNoTest() {
        PrimaryPupil pupil = pupil(AssessedBy.PLAN).with("TOAN", "mark", "").with("TOAN", "level", "");
        Part maths = TT27.demandPart(1, "TOAN");

        assertThat(TT27.gaps(pupil.contents(), maths)).isEmpty();
        assertThat(TT27.gaps(pupil.with("TOAN", "comment", "").contents(), maths))
                .containsExactly("thiếu mức đạt được hoặc nhận xét theo kế hoạch giáo dục cá nhân");
        assertThat(TT27.closed(pupil.contents(), maths)).isEmpty();
    }

    @Test
    void whoIsNotAssessedLacksNothingAndNobodyCanAssessByMistake() {
        PrimaryPupil pupil = pupil(AssessedBy.NOTHING)
                .everywhere("level", "")
                .everywhere("mark", "")
                .everywhere("comment", "")
                .with(Part.CLASS, "PC1", "")
                .with(Part.CLASS, "qualityComment", "")
                .with(Part.CLASS, Contents.PLAN_COMPLETED, Contents.YES);

        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, "TOAN"))).isEmpty();
        assertThat(TT27.gaps(pupil.contents(), TT27.demandPart(1, Part.CLASS))).isEmpty();
        assertThat(TT27.closed(pupil.contents(), TT27.demandPart(1, "TOAN")))
                .containsExactlyInAnyOrder("level", "mark");
        assertThat(TT27.closed(pupil.contents(), TT27.demandPart(1, Part.CLASS)))
                .contains("PC1", "NLD1")
                .doesNotContain("qualityComment", "excused");
    }

    @Test
    void aTitleGoesWithAResultAloneAndTheSchoolsOwnPraiseStays() {
        PrimaryPupil pupil = pupil(AssessedBy.PLAN).with(Part.CLASS, Contents.PLAN_COMPLETED, Contents.YES);
        Part ofClass = TT27.demandPart(1, Part.CLASS);

        assertThat(TT27.gaps(
                        pupil.with(Part.CLASS, "reward", "Học sinh Xuất sắc").contents(), ofClass))
                .singleElement()
                .asString()
                .startsWith("bỏ danh hiệu «Học sinh Xuất sắc»");
        assertThat(TT27.gaps(
                        pupil.with(Part.CLASS, "reward", "Khen: vượt khó học tập")
                                .contents(),
                        ofClass))
                .isEmpty();
    }

    @Test
    void hardlyGoingTogetherIsForThosePupilsNoQuestion() {
        assertThat(TT27.contradictions(
                        pupil(AssessedBy.PLAN).with("TOAN", "mark", "2").contents()))
                .isEmpty();
    }
}
