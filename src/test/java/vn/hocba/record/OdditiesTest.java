package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.record.OverallAssessment.Assessment;
import vn.hocba.record.OverallAssessment.Basis;
import vn.hocba.record.OverallAssessment.SubjectItem;
import vn.hocba.record.OverallAssessment.TraitItem;

/** What is worth a look, from facts alone. */
class OdditiesTest {

    private static final String EXCELLENT = "Học sinh Xuất sắc";

    private final Oddities oddities = new Oddities(OdditiesTest::ofLevel, OdditiesTest::ofMark, 20);

    /** As the table of TT 27/2020 Điều 9 answers for one item. */
    private static OverallResult ofLevel(String level) {
        return switch (level) {
            case "T" -> OverallResult.EXCELLENT;
            case "H" -> OverallResult.COMPLETED;
            default -> OverallResult.NOT_COMPLETED;
        };
    }

    private static OverallResult ofMark(int mark) {
        if (mark >= 9) {
            return OverallResult.EXCELLENT;
        }
        if (mark >= 7) {
            return OverallResult.GOOD;
        }
        return mark >= 5 ? OverallResult.COMPLETED : OverallResult.NOT_COMPLETED;
    }

    private static Assessment assessed(OverallResult result) {
        return new Assessment(
                Basis.COMPLETE,
                result,
                List.of("môn Toán KTĐK 6 < 7"),
                List.of(),
                result != OverallResult.NOT_COMPLETED,
                result == OverallResult.EXCELLENT ? EXCELLENT : "");
    }

    private List<Oddity> of(Assessment assessed, Reward reward, SubjectItem... subjects) {
        return oddities.of(new Oddities.Facts(
                assessed, List.of(subjects), List.of(new TraitItem("PC1", "T")), reward, 0, Optional.empty(), true));
    }

    private static SubjectItem maths(String level, Integer mark) {
        return new SubjectItem("TOAN", level, mark, false);
    }

    @ParameterizedTest(name = "level {0} with mark {1}: {2}")
    @CsvSource({
        "T, 2, true",
        "T, 6, true",
        "T, 7, false",
        "T, 10, false",
        "H, 4, true",
        "H, 5, false",
        "H, 10, false",
        "C, 4, false",
        "C, 5, true",
        "C, 10, true"
    })
    void aLevelAndAMarkThatHardlyGoTogetherArePointedOut(String level, int mark, boolean odd) {
        assertThat(oddities.levelAgainstMark(maths(level, mark)).isPresent()).isEqualTo(odd);
    }

    @Test
    void whatIsNotEnteredOrExemptIsNotCompared() {
        assertThat(oddities.levelAgainstMark(maths(null, 2))).isEmpty();
        assertThat(oddities.levelAgainstMark(maths("T", null))).isEmpty();
        assertThat(oddities.levelAgainstMark(new SubjectItem("TOAN", "T", 2, true)))
                .isEmpty();
    }

    @Test
    void aTitleThatTheResultDoesNotCarryForbidsSigning() {
        for (OverallResult result : List.of(OverallResult.GOOD, OverallResult.COMPLETED, OverallResult.NOT_COMPLETED)) {
            assertThat(of(assessed(result), Reward.typed(EXCELLENT)))
                    .contains(new Oddity.TitleAgainstResult(EXCELLENT, RewardTitle.EXCELLENT_PUPIL, result))
                    .anyMatch(Oddity::forbidsSigning);
        }
        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.typed(EXCELLENT)))
                .isEmpty();
    }

    @Test
    void aProposalWaitsForAPersonAndIsNoOddityOfThePupil() {
        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.OPEN))
                .containsExactly(new Oddity.RewardProposed(EXCELLENT))
                .allMatch(odd -> odd.forbidsSigning() && odd.isReminder());
        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.typed("Không"))).isEmpty();
    }

    @Test
    void whatWasTakenBackIsSaidUntilTheResultProposesItAgain() {
        Reward taken = new Reward(null, false, EXCELLENT);

        assertThat(of(assessed(OverallResult.GOOD), taken))
                .containsExactly(new Oddity.RewardTakenBack(EXCELLENT, OverallResult.GOOD))
                .noneMatch(Oddity::forbidsSigning);
        assertThat(of(assessed(OverallResult.EXCELLENT), taken)).containsExactly(new Oddity.RewardProposed(EXCELLENT));
    }

    @Test
    void theSchoolsOwnRewardForAMiddlingResultIsAHintOnly() {
        assertThat(of(assessed(OverallResult.COMPLETED), Reward.typed("Giải nhất cờ vua")))
                .contains(new Oddity.RewardWithoutResult("Giải nhất cờ vua", OverallResult.COMPLETED))
                .noneMatch(Oddity::forbidsSigning);
        assertThat(of(assessed(OverallResult.GOOD), Reward.typed("Giải nhất cờ vua")))
                .isEmpty();
    }

    @Test
    void wordsThatSoundLikeATitleAreAHintWhateverTheResultIs() {
        String words = "Học sinh hoàn thành xuất sắc các nội dung học tập";
        for (OverallResult result : List.of(OverallResult.GOOD, OverallResult.COMPLETED)) {
            assertThat(of(assessed(result), Reward.typed(words)))
                    .contains(new Oddity.WordsLikeTitle(words, RewardTitle.EXCELLENT_PUPIL, result))
                    .doesNotContain(new Oddity.RewardWithoutResult(words, result))
                    .noneMatch(Oddity::forbidsSigning);
        }
        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.typed(words))).isEmpty();
    }

    @Test
    void aResultThatRestsOnLessThanHalfOfTheSubjectsIsWorthALook() {
        SubjectItem exempt = new SubjectItem("MT", null, null, true);

        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.typed("Không"), maths("T", 9), exempt, exempt))
                .containsExactly(new Oddity.MostlyExempt(2, 3, OverallResult.EXCELLENT))
                .noneMatch(Oddity::forbidsSigning);
        assertThat(of(assessed(OverallResult.EXCELLENT), Reward.typed("Không"), maths("T", 9), exempt))
                .isEmpty();
    }

    @Test
    void whoHasNoPersonalIdConcernsTheOfficeAlone() {
        assertThat(new Oddity.NoPersonalId().isForOffice()).isTrue();
        assertThat(new Oddity.ManyAbsences(20).isForOffice()).isFalse();
    }

    @Test
    void theSecondTitleRemindsOfWhatItNeedsBesidesTheResult() {
        assertThat(of(assessed(OverallResult.GOOD), Reward.typed("học sinh tiêu biểu")))
                .containsExactly(new Oddity.TitleWithConditions(RewardTitle.EXEMPLARY_PUPIL))
                .allMatch(odd -> odd.isReminder() && !odd.forbidsSigning());
    }

    @Test
    void whereNothingWasAssessedThereIsNothingToSign() {
        Assessment nothing = new Assessment(Basis.NOTHING_ASSESSED, null, List.of(), List.of("…"), false, "");

        assertThat(of(nothing, Reward.typed(EXCELLENT)))
                .containsExactly(new Oddity.NothingAssessed())
                .allMatch(Oddity::forbidsSigning);
    }

    @Test
    void theGravestStandsFirst() {
        List<Oddity> found = oddities.of(new Oddities.Facts(
                assessed(OverallResult.NOT_COMPLETED),
                List.of(maths("T", 2)),
                List.of(new TraitItem("PC1", "C")),
                Reward.typed(EXCELLENT),
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
    void aCompletedPupilWithAWorstLevelAndBestLevelsWithAMiddlingResultArePointedOut() {
        List<Oddity> found = oddities.of(new Oddities.Facts(
                assessed(OverallResult.COMPLETED),
                List.of(maths("T", 7)),
                List.of(new TraitItem("PC1", "C")),
                Reward.OPEN,
                19,
                Optional.empty(),
                true));

        assertThat(found)
                .containsExactly(
                        new Oddity.LowestLevel(List.of(), List.of("PC1")),
                        new Oddity.ResultBelowLevels(OverallResult.COMPLETED, List.of("môn Toán KTĐK 6 < 7")));
    }
}
