package vn.hocba.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.ProjectCurriculum;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Reward;
import vn.hocba.assessment.Tables;
import vn.hocba.assessment.tt27.Tt27Primary;

/** Result, completion, promotion and reward of a record that goes back and forth: what is signed always follows from the marks and decisions of that moment. */
class FactsFollowTest {

    private static final String EXCELLENT = "Học sinh Xuất sắc";
    private static final Regulation REGULATION = new Tt27Primary(
            Tables.ofProject(), ProjectCurriculum.read(), 2025, "79", new DecisionTable("overallResultTt27", "1"));

    private static Outcome outcome(YearRecord record) {
        return REGULATION.outcome(record.contents());
    }

    /** A record on its way, and beside it what people said, so that the two can be compared. */
    private static final class Life {

        final YearRecord record;
        int mark;
        Boolean decision;
        boolean summer;
        RecordSnapshot.Conclusion signed;
        final List<String> story = new ArrayList<>();

        Life(int grade) {
            record = new YearRecord("l", "p", "s", "c", 2025, grade, 1, REGULATION.code(), Instant.EPOCH);
            for (Part part : REGULATION.parts(grade)) {
                record.addPart(part, 0, "t");
                RecordPart row = record.part(part.code());
                for (Cell cell : part.cells()) {
                    switch (cell.kind()) {
                        case SYMBOL -> row.put(cell.code(), cell.symbols().get(0));
                        case NUMBER -> row.put(cell.code(), part.kind() == Part.Kind.CLASS ? "0" : "10");
                        case TEXT -> row.put(cell.code(), "Em học tốt");
                        case CHOICE -> row.put(cell.code(), "");
                    }
                }
            }
            mark(10);
        }

        /** Whatever is changed, the reward follows, as {@link RewardKeeping} has it. */
        Life mark(int value) {
            story.add("mark " + value);
            mark = value;
            record.part("TOAN").put("mark", Integer.toString(value));
            record.setReward(REGULATION
                    .titles()
                    .following(record.rewardAsItStands(), outcome(record).result()));
            return this;
        }

        Life reward(String words) {
            story.add("reward " + words);
            Reward typed = REGULATION.titles().typed(words);
            if (REGULATION.titles().unsupported(typed, outcome(record).result()).isEmpty()) {
                record.setReward(typed);
            }
            return this;
        }

        Life decide(boolean promoted) {
            if (Promotion.isToBeDecided(record.grade(), outcome(record))) {
                story.add("decide " + promoted);
                decision = promoted;
                record.decidePromotion(promoted);
            }
            return this;
        }

        Life correct() {
            story.add("correct");
            decision = null;
            record.beginVersion(record.versionNo() + 1);
            return this;
        }

        Life summer() {
            story.add("summer");
            summer = true;
            record.openSupplementaryAssessment();
            return correct();
        }

        /** Signs where that is allowed, and compares. */
        Life sign() {
            story.add("sign");
            Outcome assessed = outcome(record);
            boolean undecided = mark < 5 && summer && record.grade() < 5 && decision == null;
            List<String> missing = Completeness.ofHomeroom(record, REGULATION, record.contents(), false);
            assertThat(missing.stream().anyMatch(it -> it.contains("lên lớp")))
                    .as("%s: %s", story, missing)
                    .isEqualTo(undecided);
            if (!missing.isEmpty()) {
                signed = null;
                return this;
            }
            record.fix(assessed);
            if (mark >= 5) {
                decision = null;
            }
            signed = Snapshots.conclusion(record, assessed);
            assertThat(signed.completed()).as("%s", story).isEqualTo(mark >= 5);
            assertThat(record.programmeCompleted()).as("%s", story).isEqualTo(mark >= 5);
            assertThat(signed.promoted())
                    .as("%s", story)
                    .isEqualTo(record.grade() == 5 ? null : mark >= 5 ? Boolean.TRUE : decision);
            assertThat(record.promoted()).as("%s", story).isEqualTo(signed.promoted());
            assertThat(EXCELLENT.equals(signed.reward()) && mark < 9)
                    .as("%s: %s", story, signed.reward())
                    .isFalse();
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5})
    void whoCompletedAndThenDidNotIsNotPromotedByTheFormerSignature(int grade) {
        Life life = new Life(grade).reward(EXCELLENT).sign();
        assertThat(life.signed.promoted())
                .as("whoever completes the last grade completes the level")
                .isEqualTo(grade == 5 ? null : Boolean.TRUE);
        assertThat(life.signed.reward()).isEqualTo(EXCELLENT);

        life.mark(4).sign();

        assertThat(life.signed.completed()).isFalse();
        assertThat(life.signed.promoted()).isNull();
        assertThat(life.signed.reward()).isNull();
    }

    @Test
    void beforeTheSummerACorrectedSlipNeedsNoDecisionAndAfterItOneIsNeeded() {
        Life life = new Life(3).mark(4).sign().correct().mark(3).sign();
        assertThat(life.signed.promoted()).isNull();

        life.summer().sign();
        assertThat(life.signed).isNull();
        life.decide(false).sign();
        assertThat(life.signed.promoted()).isFalse();
    }

    @Test
    void aDecisionOutlivesAReturnButNotACompletedProgrammeNorANewVersion() {
        Life life = new Life(3).mark(4).summer().decide(true).sign().mark(3).sign();
        assertThat(life.signed.promoted()).isTrue();
        life.mark(5).sign().mark(4).sign();
        assertThat(life.signed).as("asked again").isNull();
        life.decide(true).sign().correct().sign();
        assertThat(life.signed).as("asked again").isNull();
    }

    @Test
    void inTheLastGradeNothingIsDecidedAndNothingMissing() {
        Life life = new Life(5).mark(4).summer().decide(true).sign();

        assertThat(life.signed.completed()).isFalse();
        assertThat(life.signed.promoted()).isNull();
    }

    @Test
    void onAnyWayThroughTheYearWhatIsSignedFollows() {
        Random random = new Random(27);
        int signatures = 0;
        for (int walk = 0; walk < 100; walk++) {
            Life life = new Life(1 + random.nextInt(5));
            for (int step = 0; step < 14; step++) {
                switch (random.nextInt(8)) {
                    case 0, 1 -> life.mark(List.of(3, 4, 5, 8, 9, 10).get(random.nextInt(6)));
                    case 2 ->
                        life.reward(List.of(EXCELLENT, "Không", "", "Giải nhất cờ vua; HSXS")
                                .get(random.nextInt(4)));
                    case 3 -> life.decide(random.nextBoolean());
                    case 4 -> life.correct();
                    case 5 -> life.summer();
                    default -> {
                        life.sign();
                        signatures += life.signed == null ? 0 : 1;
                    }
                }
            }
        }
        assertThat(signatures).isGreaterThan(100);
    }
}
