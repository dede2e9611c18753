package vn.hocba.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.assessment.Part;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffBoard;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** The model {@code supplementary-assessment.bpmn} and what follows from it, up to the second cut-off. */
@ReleasedRecordsTest
class SummerAssessmentTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    RecordPage pages;

    @Autowired
    CutOffBoard cutOffs;

    @Autowired
    Session session;

    @Autowired
    NewVersion versions;

    @Autowired
    YearRecords records;

    @Autowired
    OpenSchoolYear openSchoolYear;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private String record;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void useThisEngine() {
        AbstractAssertions.init(engine);
    }

    @BeforeEach
    void theFirstCutOffHasLeftAPupilOpen() {
        school = world.school();
        record = life.accepted(school, false);
        life.cutOff(school, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        life.openSummer(school);
    }

    @Test
    void oneRecordThatCannotBeOpenedSaysWhyToTheSoAndTheOthersAreOpened() {
        School second = world.school();
        String good = life.accepted(second, false);
        String bad = life.accepted(second, false);
        life.cutOff(second, Wave.FIRST);
        engine.getRuntimeService().deleteProcessInstance(life.process(bad).getId(), "lost");

        assertThatThrownBy(() -> life.openSummer(second)).isInstanceOf(RuntimeException.class);
        life.openSummer(second);

        assertThat(life.open(good)).containsExactly("COMMENTS/TOAN");
        assertThat(life.state(bad)).isEqualTo("ACCEPTED");
        assertThat(session.as(
                        second.official(),
                        () -> cutOffs.pupils(
                                ReleasedRecords.YEAR, Wave.FIRST, second.unit().id())))
                .extracting(CutOffBoard.MissedLine::reason)
                .anySatisfy(reason -> assertThat(reason).contains("chưa mở lại được", "Hãy báo"))
                .hasSize(2);
    }

    @Test
    void whoHasCompletedTheProgrammeByThenIsNotOpenedAgain() {
        School second = world.school();
        String late = life.accepted(second, false);
        life.cutOff(second, Wave.FIRST);
        jdbc.sql("update year_record set programme_completed = true where id = ?")
                .param(late)
                .update();

        life.openSummer(second);

        assertThat(life.state(late)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatIsFrozenGetsNoNewVersionAlsoWhereItsSchoolDoesNotKnowYet() {
        String frozen = life.accepted(school);
        jdbc.sql(
                        "update registered_record set state = 'FROZEN', effective_on = date '2027-06-30' where year_record_id = ?")
                .param(frozen)
                .update();

        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                status -> versions.begin(records.lock(frozen), Set.of(), REASON, "Hiệu trưởng")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã chốt");
        assertThat(life.version(frozen)).isOne();
    }

    @Test
    void onlyTheFailedSubjectReopensForItsTeacherDueInTheSummer() {
        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.open(record)).containsExactly("COMMENTS/TOAN");
        assertThat(workItem("return_reason")).startsWith("Đánh giá bổ sung trong hè: Toán chưa đạt");
        assertThat(life.registered(record)).as("in force until replaced").containsExactly("ACCEPTED");
    }

    @Test
    void whoReachesTheGoalIsPromotedAndTheFormerMarkStaysInTheFormerVersion() {
        life.reassess(school, record, "TOAN", "H", 6);
        life.signAndSubmit(school, record);

        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        assertThat(world.content(record).conclusion().completed()).isTrue();
        assertThat(world.content(record).conclusion().promoted()).isTrue();
        assertThat(life.versions(record)).containsExactly("REPLACED", "CURRENT");
        assertThat(session.as(school.principal(), () -> pages.of(record)).changes())
                .extracting(RecordChanges.Change::name, RecordChanges.Change::before, RecordChanges.Change::after)
                .contains(tuple("Toán, điểm KTĐK", "9", "6"), tuple("Toán, mức đạt được", "T", "H"));
        life.cutOff(school, Wave.SECOND);
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
    }

    @Test
    void whoDoesNotIsPromotedOnlyByThePrincipalWhomTheHomeroomTeacherHasToAsk() {
        life.reassess(school, record, "TOAN", "C", 4);
        assertThat(session.as(school.homeroom(), () -> board.offers(record)))
                .extracting(Offer::name)
                .contains("promotion.ask");
        assertThat(lacks()).contains("quyết định của hiệu trưởng về lên lớp");
        String request = life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON));
        ProcessInstance process = life.process(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_decide");
        assertThatThrownBy(() -> life.take(school.clerk(), "promotion.promote", request, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class);
        life.take(school.principal(), "promotion.promote", request, Map.of("reason", REASON));

        BpmnAwareTests.assertThat(process).isEnded().hasPassed("endEvent_done");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(lacks()).isEmpty();
        life.signAndSubmit(school, record);
        assertThat(world.content(record).conclusion().completed()).isFalse();
        assertThat(world.content(record).conclusion().promoted()).isTrue();
    }

    @Test
    void thePrincipalMayDecideThatThePupilRepeatsTheClass() {
        life.reassess(school, record, "TOAN", "C", 4);
        String request = life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON));
        life.take(school.principal(), "promotion.retain", request, Map.of("reason", REASON));
        life.signAndSubmit(school, record);

        assertThat(world.content(record).conclusion().promoted()).isFalse();
    }

    @Test
    void theSecondCutOffFreezesWhatWasAcceptedWhereTheSummerWasNotFinished() {
        life.reassess(school, record, "TOAN", "C", 4);
        String request = life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON));
        life.cutOff(school, Wave.SECOND);

        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isEqualTo(1);
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(life.open(record)).isEmpty();
        assertThat(life.request(request)).isEqualTo("CANCELLED");
    }

    @Test
    void aRecordUnderCorrectionAtTheFirstCutOffGoesOnWithThatInstead() {
        School second = world.school();
        String other = life.accepted(second, false);
        life.approveCorrection(second, life.askCorrection(second, other, "TV"));
        life.cutOff(second, Wave.FIRST);
        life.openSummer(second);

        assertThat(life.open(other)).containsExactly("COMMENTS/TV");
        assertThat(life.version(other)).isEqualTo(2);
        life.reassess(second, other, "TV", "T", 9);
        assertThat(life.lacks(other)).contains("quyết định của hiệu trưởng về lên lớp");
    }

    @Test
    void whatIsAskedAboutPromotionEndsWithTheCorrectionAndTheSummerIsNotLost() {
        School second = world.school();
        String other = life.notCompleted(second);
        life.submit(second);
        String correction = life.askCorrection(second, other, "TV");
        life.approveCorrection(second, correction);
        life.cutOff(second, Wave.FIRST);
        life.openSummer(second);
        life.reassess(second, other, "TV", "T", 9);
        String promotion = life.take(second.homeroom(), "promotion.ask", other, Map.of("reason", REASON));
        assertThat(life.lacks(other)).contains("đề nghị xét lên lớp đang chờ");

        life.take(second.principal(), "correction.cancel", correction, Map.of("reason", REASON));

        assertThat(life.state(other)).isEqualTo("ACCEPTED");
        assertThat(life.request(promotion)).isEqualTo("CANCELLED");
        life.openSummer(second);
        assertThat(life.open(other)).containsExactly("COMMENTS/TOAN");
    }

    @Test
    void whoIsAcceptedOnlyAfterTheFirstCutOffIsAssessedInTheSummerToo() {
        School second = world.school();
        String late = life.notCompleted(second);
        life.cutOff(second, Wave.FIRST);
        life.openSummer(second);

        life.submit(second);
        life.openSummer(second);

        assertThat(life.open(late)).containsExactly("COMMENTS/TOAN");
        assertThat(life.version(late)).isEqualTo(2);
        life.reassess(second, late, "TOAN", "H", 6);
        life.signAndSubmit(second, late);
        life.openSummer(second);
        assertThat(life.state(late)).as("not opened again and again").isEqualTo("ACCEPTED");
        life.cutOff(second, Wave.SECOND);
        assertThat(life.registered(late)).containsExactly("REPLACED", "FROZEN");
    }

    @Test
    void whoIsAcceptedAfterTheSecondCutOffIsNotOpenedAnyMore() {
        School second = world.school();
        String late = life.notCompleted(second);
        life.cutOff(second, Wave.FIRST);
        life.openSummer(second);
        life.cutOff(second, Wave.SECOND);

        life.submit(second);
        life.openSummer(second);

        assertThat(life.state(late)).isEqualTo("ACCEPTED");
        assertThat(life.version(late)).isOne();
    }

    @Test
    void aRecordWithAnOpenRequestIsOpenedWhenThatIsRefusedOrTakenBack() {
        School second = world.school();
        String refused = life.notCompleted(second);
        String givenUp = life.notCompleted(second);
        life.submit(second);
        String request = life.askCorrection(second, refused, "TV");
        String rework = life.askCorrection(second, givenUp, "TV");
        life.approveCorrection(second, rework);
        life.cutOff(second, Wave.FIRST);
        life.openSummer(second);
        assertThat(life.state(refused)).isEqualTo("ACCEPTED");

        life.take(second.principal(), "correction.refuse", request, Map.of("reason", REASON));
        life.take(second.principal(), "correction.cancel", rework, Map.of("reason", REASON));
        life.openSummer(second);

        assertThat(life.open(refused)).containsExactly("COMMENTS/TOAN");
        assertThat(life.open(givenUp)).containsExactly("COMMENTS/TOAN");
    }

    @Test
    void aSlipCorrectedBeforeTheSummerNeedsNoDecisionOnPromotionAndNoneCanBeAskedFor() {
        School second = world.school();
        String other = life.accepted(second, false);
        life.approveCorrection(second, life.askCorrection(second, other, "TOAN"));
        life.reassess(second, other, "TOAN", "C", 4);

        assertThat(life.lacks(other)).isEmpty();
        assertThat(session.as(second.homeroom(), () -> board.offers(other)))
                .extracting(Offer::name)
                .doesNotContain("promotion.ask");
        assertThatThrownBy(() -> life.take(second.homeroom(), "promotion.ask", other, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đánh giá bổ sung trong hè");
        life.signAndSubmit(second, other);
        assertThat(life.version(other)).isEqualTo(2);
        assertThat(world.content(other).conclusion().promoted()).isNull();
    }

    @Test
    void whatIsMadeOnceMoreAfterTheDecisionIsDecidedOnceMore() {
        life.reassess(school, record, "TOAN", "C", 4);
        String request = life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON));
        life.take(school.principal(), "promotion.retain", request, Map.of("reason", REASON));
        life.signAndSubmit(school, record);
        life.approveCorrection(school, life.askCorrection(school, record, "TV"));
        life.reassess(school, record, "TV", "T", 9);

        assertThat(lacks()).contains("quyết định của hiệu trưởng về lên lớp");
    }

    @Test
    void inTheLastGradeNobodyDecidesOnPromotion() {
        jdbc.sql("update year_record set grade = 5 where id = ?").param(record).update();
        PartCells.put(jdbc, record, Part.CLASS, Map.of("NLD4", "T", "NLD5", "T"));
        life.reassess(school, record, "TOAN", "C", 4);

        assertThat(lacks()).isEmpty();
        assertThat(session.as(school.homeroom(), () -> board.offers(record)))
                .extracting(Offer::name)
                .doesNotContain("promotion.ask");
        assertThatThrownBy(() -> life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Lớp cuối cấp");
        life.signAndSubmit(school, record);
        assertThat(world.content(record).conclusion().completed()).isFalse();
        assertThat(world.content(record).conclusion().promoted()).isNull();
    }

    @Test
    void whoNobodyLetGoOnIsNotOpenedInTheNextGradeAndWhoWasLetGoOnIs() {
        life.reassess(school, record, "TOAN", "C", 4);
        String next = Ids.next();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '2A', 2)")
                .params(next, school.unit().id(), ReleasedRecords.YEAR)
                .update();
        jdbc.sql("update year_record set school_year = ? where id = ?")
                .params(ReleasedRecords.YEAR - 1, record)
                .update();
        jdbc.sql("update enrolment set class_id = ? where school_id = ?")
                .params(next, school.unit().id())
                .update();

        assertThat(opened()).contains("chưa có quyết định lên lớp");
        String request = life.take(school.homeroom(), "promotion.ask", record, Map.of("reason", REASON));
        life.take(school.principal(), "promotion.promote", request, Map.of("reason", REASON));
        assertThat(opened()).isEmpty();
        assertThat(jdbc.sql("select grade from year_record where class_id = ?")
                        .param(next)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Opens the year for whoever is listed. */
    private String opened() {
        String batch = session.as(
                school.admin(), () -> openSchoolYear.start(school.unit().id(), ReleasedRecords.YEAR));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from batch_item where batch_id = ? and state <> 'WAITING'")
                                .param(batch)
                                .query(Integer.class)
                                .single()
                        == 1);
        return jdbc.sql("select coalesce(message, '') from batch_item where batch_id = ?")
                .param(batch)
                .query(String.class)
                .single();
    }

    private String lacks() {
        return life.lacks(record);
    }

    private String workItem(String column) {
        return jdbc.sql("select " + column + " from work_item where state = 'OPEN' and year_record_id = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
