package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.PrimaryPupil;
import vn.hocba.assessment.ProjectCurriculum;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Tables;
import vn.hocba.assessment.tt27.Tt27Primary;

/** What is worth a look, from facts alone. */
class OdditiesTest {

    private static final String EXCELLENT = "Học sinh Xuất sắc";

    private static final String BEST = "Hoàn thành xuất sắc";
    private static final String GOOD = "Hoàn thành tốt";
    private static final String COMPLETED = "Hoàn thành";

    private static final Regulation TT27 = new Tt27Primary(
            Tables.ofProject(), ProjectCurriculum.read(), 2026, "79", new DecisionTable("overallResultTt27", "1"));

    private final Oddities oddities = new Oddities(20);

    private static PrimaryPupil pupil() {
        return PrimaryPupil.of(TT27, 1);
    }

    /** A pupil with this lowest mark in mathematics. */
    private static PrimaryPupil with(int mark) {
        return pupil().with("TOAN", "mark", Integer.toString(mark));
    }

    private List<Oddity> of(PrimaryPupil pupil, Reward reward) {
        return oddities.of(
                new Oddities.Facts(TT27, pupil.contents(), pupil.outcome(), reward, 0, Optional.empty(), true));
    }

    private static Reward typed(String words) {
        return TT27.titles().typed(words);
    }

    @Test
    void aTitleThatTheResultDoesNotCarryIsNamedWithTheOneThatItWouldCarry() {
        for (int mark : new int[] {8, 6, 4}) {
            PrimaryPupil pupil = with(mark);
            String result = TT27.term(pupil.outcome().result());

            assertThat(of(pupil, typed(EXCELLENT)))
                    .contains(new Oddity.TitleAgainstResult(EXCELLENT, EXCELLENT, BEST, result));
        }
        assertThat(of(pupil(), typed(EXCELLENT))).isEmpty();
    }

    @Test
    void aProposalWaitsForAPersonAndIsNoOddityOfThePupil() {
        assertThat(of(pupil(), Reward.OPEN))
                .containsExactly(new Oddity.RewardProposed(EXCELLENT))
                .allMatch(Oddity::isReminder);
        assertThat(of(pupil(), typed("Không"))).isEmpty();
    }

    @Test
    void whatWasTakenBackIsSaidUntilTheResultProposesItAgain() {
        Reward taken = new Reward(null, false, EXCELLENT);

        assertThat(of(with(8), taken)).containsExactly(new Oddity.RewardTakenBack(EXCELLENT, GOOD));
        assertThat(of(pupil(), taken)).containsExactly(new Oddity.RewardProposed(EXCELLENT));
    }

    @Test
    void theSchoolsOwnRewardForAMiddlingResultIsAHintOnly() {
        assertThat(of(with(6), typed("Giải nhất cờ vua")))
                .contains(new Oddity.RewardWithoutResult("Giải nhất cờ vua", COMPLETED));
        assertThat(of(with(8), typed("Giải nhất cờ vua"))).isEmpty();
    }

    @Test
    void wordsThatSoundLikeATitleAreAHintWhateverTheResultIs() {
        String words = "Học sinh hoàn thành xuất sắc các nội dung học tập";
        for (int mark : new int[] {8, 6}) {
            PrimaryPupil pupil = with(mark);
            String result = TT27.term(pupil.outcome().result());

            assertThat(of(pupil, typed(words)))
                    .contains(new Oddity.WordsLikeTitle(words, EXCELLENT, BEST, result))
                    .doesNotContain(new Oddity.RewardWithoutResult(words, result));
        }
        assertThat(of(pupil(), typed(words))).isEmpty();
    }

    @Test
    void aResultThatRestsOnLessThanHalfOfTheSubjectsIsWorthALook() {
        PrimaryPupil half = pupil();
        for (String subject : List.of("DD", "TNXH", "GDTC", "AN")) {
            half.with(subject, "level", "M");
        }
        assertThat(half.contents().parts()).hasSize(8 + 1);

        assertThat(of(half, typed("Không"))).isEmpty();
        assertThat(of(half.with("MT", "level", "M"), typed("Không")))
                .containsExactly(new Oddity.MostlyExempt(5, 8, BEST));
    }

    @Test
    void whoHasNoPersonalIdConcernsTheOfficeAlone() {
        assertThat(new Oddity.NoPersonalId().isForOffice()).isTrue();
        assertThat(new Oddity.ManyAbsences(20).isForOffice()).isFalse();
    }

    @Test
    void theSecondTitleRemindsOfWhatItNeedsBesidesTheResult() {
        assertThat(of(with(8), typed("học sinh tiêu biểu")))
                .containsExactly(
                        new Oddity.TitleWithConditions("Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện"))
                .allMatch(Oddity::isReminder);
    }

    @Test
    void whereNothingWasAssessedThereIsNothingToSign() {
        assertThat(of(pupil().everywhere("level", "M"), typed(EXCELLENT)))
                .containsExactly(new Oddity.NothingAssessed());
    }

    @Test
    void theGravestStandsFirst() {
        PrimaryPupil pupil = with(2).with(Part.CLASS, "PC1", "C");
        List<Oddity> found = oddities.of(new Oddities.Facts(
                TT27,
                pupil.contents(),
                pupil.outcome(),
                typed(EXCELLENT),
                20,
                Optional.of(new Oddity.ReturnedBefore(1, "Nhầm cột", "Trần Thị B")),
                false));

        assertThat(found)
                .extracting(odd -> (Object) odd.getClass())
                .containsExactly(
                        Oddity.TitleAgainstResult.class,
                        Oddity.NotCompleted.class,
                        Oddity.LevelAgainstMark.class,
                        Oddity.ReturnedBefore.class,
                        Oddity.ManyAbsences.class,
                        Oddity.NoPersonalId.class);
    }

    @Test
    void bestLevelsWithAMiddlingResultArePointedOut() {
        assertThat(of(with(6), Reward.OPEN))
                .contains(new Oddity.ResultBelowLevels(COMPLETED, List.of("môn Toán KTĐK 6 < 7")));
        assertThat(of(with(6).with("DD", "level", "H"), Reward.OPEN))
                .noneMatch(Oddity.ResultBelowLevels.class::isInstance);
        assertThat(of(with(8), Reward.OPEN)).noneMatch(Oddity.ResultBelowLevels.class::isInstance);
    }

    @Test
    void aCompletedPupilWithAWorstLevelIsPointedOut() {
        PrimaryPupil pupil = with(6).with(Part.CLASS, "PC1", "C").with("DD", "level", "C");
        // A table that lets a pupil complete all the same.
        Outcome completed =
                new Outcome(Outcome.Basis.COMPLETE, "COMPLETED", List.of(), List.of(), true, "", "lenient:1");

        assertThat(oddities.of(
                        new Oddities.Facts(TT27, pupil.contents(), completed, Reward.OPEN, 19, Optional.empty(), true)))
                .contains(new Oddity.LowestLevel(List.of("Đạo đức", "«Yêu nước»"), Set.of("PC1")))
                .noneMatch(Oddity.ManyAbsences.class::isInstance);
    }
}
