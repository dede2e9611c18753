package vn.hocba.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.request.Evidence;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;

/** The model {@code correction.bpmn} with everything that it calls. */
@ReleasedRecordsTest
class CorrectionTest {

    @Autowired
    ProvincePolicies policies;

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    EngineJobs jobs;

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
    void anAcceptedRecord() {
        school = world.school();
        record = life.accepted(school);
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void aPrincipalWhoAsksDoesNotAgreeAloneUnlessTheSoSaysSo() {
        String request = life.take(
                school.principal(), "correction.ask", record, Map.of("parts", Set.of("TOAN"), "reason", REASON));

        assertThatThrownBy(() -> life.approveCorrection(school, request))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("để văn thư hoặc giáo viên chủ nhiệm đề nghị");
        life.take(world.principal(school), "correction.approve", request, Map.of());
        assertThat(life.state(record)).isEqualTo("COMMENTING");
    }

    @Test
    void whereTheSoDoesNotWantTwoAPrincipalAgreesToTheOwnRequest() {
        session.run(school.official(), () -> policies.set(Policy.CORRECTION_BY_TWO, false));
        String request = life.take(
                school.principal(), "correction.ask", record, Map.of("parts", Set.of("TOAN"), "reason", REASON));

        life.approveCorrection(school, request);

        assertThat(life.state(record)).isEqualTo("COMMENTING");
    }

    @Test
    void theAcceptedVersionStaysInForceUntilTheProvinceHasTakenTheReplacement() {
        String request = life.askCorrection(school, record, "TOAN");
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        ProcessInstance process = life.process(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_decide");
        life.approveCorrection(school, request);

        BpmnAwareTests.assertThat(process).isWaitingAt("gateway_rework");
        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.open(record)).as("only the subject that has to change").containsExactly("COMMENTS/TOAN");
        assertThat(life.versions(record)).containsExactly("IN_FORCE");
        assertThat(life.registered(record)).containsExactly("ACCEPTED");
        life.reassess(school, record, "TOAN", "H", 8);
        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        life.signAndSubmit(school, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isEqualTo(2);
        assertThat(life.versions(record)).containsExactly("REPLACED", "CURRENT");
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        BpmnAwareTests.assertThat(process).isEnded().hasPassed("catchEvent_replaced", "endEvent_done");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(world.content(record).subjects())
                .filteredOn(row -> row.code().equals("TOAN"))
                .singleElement()
                .satisfies(row -> assertThat(row.value("mark")).isEqualTo("8"));
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aCorrectionOfTheHomeroomPartGoesStraightToTheHomeroomTeacher() {
        life.approveCorrection(school, life.askCorrection(school, record, CorrectionRules.HOMEROOM));

        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
        life.signAndSubmit(school, record);
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
    }

    @Test
    void thePrincipalRefusesWithAReasonAndNothingChanges() {
        String request = life.askCorrection(school, record, "TOAN");
        ProcessInstance process = life.process(request);
        life.take(
                school.principal(), "correction.refuse", request, Map.of("reason", "Bài kiểm tra cho thấy điểm đúng"));

        BpmnAwareTests.assertThat(process).isEnded().hasPassed("endEvent_refused");
        assertThat(life.request(request)).isEqualTo("REFUSED");
        assertThat(life.outcome(request)).isEqualTo("Bài kiểm tra cho thấy điểm đúng");
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isEqualTo(1);
    }

    @Test
    void whoAskedTakesItBackAsLongAsNobodyHasDecided() {
        String request = life.askCorrection(school, record, "TOAN");
        life.take(school.homeroom(), "correction.cancel", request, Map.of("reason", REASON));

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        life.askCorrection(school, record, "TOAN");
    }

    @Test
    void aCorrectionThatIsGivenUpLeavesWhatWasAcceptedAndTheNextOneBearsANewNumber() {
        String request = life.askCorrection(school, record, "TOAN");
        life.approveCorrection(school, request);
        life.reassess(school, record, "TOAN", "C", 2);
        world.resign(school, record);
        ProcessInstance process = life.process(request);
        life.take(school.principal(), "correction.cancel", request, Map.of("reason", REASON));

        BpmnAwareTests.assertThat(process).isEnded().hasPassed("serviceTask_giveUp", "endEvent_cancelled");
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isEqualTo(1);
        assertThat(life.open(record)).isEmpty();
        assertThat(life.versions(record)).containsExactly("CURRENT", "VOID");
        assertThat(life.registered(record)).containsExactly("ACCEPTED");
        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(world.content(record).conclusion().completed()).isTrue();
        life.approveCorrection(school, life.askCorrection(school, record, "TOAN"));
        assertThat(life.version(record)).isEqualTo(3);
        assertThat(mark("TOAN")).as("the teacher starts from what is in force").isEqualTo(9);
    }

    @Test
    void atTheCutOffAnUnfinishedCorrectionIsCancelledAndTheAcceptedVersionIsFrozen() {
        String request = life.askCorrection(school, record, "TOAN");
        life.approveCorrection(school, request);
        life.reassess(school, record, "TOAN", "H", 8);

        life.cutOff(school, Wave.FIRST);

        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isEqualTo(1);
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.outcome(request)).startsWith("Đến hạn chốt");
        assertThat(life.open(record)).isEmpty();
    }

    @Test
    void atTheCutOffARequestThatNobodyDecidedIsCancelled() {
        String request = life.askCorrection(school, record, "TOAN");
        life.cutOff(school, Wave.FIRST);

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void aReplacementThatTheProvinceTookBeforeTheCutOffIsFrozenEvenIfTheSchoolLearnsOfItLater() {
        life.approveCorrection(school, life.askCorrection(school, record, CorrectionRules.HOMEROOM));
        world.resign(school, record);
        String pack = life.send(school);
        jobs.step(pack);
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        assertThat(life.state(record)).isEqualTo("SUBMITTED");

        life.cutOff(school, Wave.FIRST);
        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
        jobs.run(pack);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isEqualTo(2);
    }

    @Test
    void aReplacementThatWasOnItsWayAtTheCutOffComesTooLateAndChangesNothing() {
        life.approveCorrection(school, life.askCorrection(school, record, CorrectionRules.HOMEROOM));
        world.resign(school, record);
        String pack = life.send(school);

        life.cutOff(school, Wave.FIRST);
        jobs.run(pack);

        assertThat(life.state(record)).as("frozen when the school is told").isEqualTo("ACCEPTED");
        assertThat(life.version(record)).isEqualTo(1);
        assertThat(life.registered(record)).containsExactly("FROZEN");
    }

    @Test
    void aRecordThatIsUnderWayFrozenOrAskedForAlreadyCannotBeAskedForAndThePageSaysWhy() {
        life.askCorrection(school, record, "TOAN");
        assertThat(obstacle(school.homeroom())).contains("yêu cầu khác chưa xong (Chỉnh sửa trước khi chốt)");
        assertThatThrownBy(() -> life.askCorrection(school, record, "TV")).isInstanceOf(Refused.class);
        life.cutOff(school, Wave.FIRST);
        assertThat(obstacle(school.homeroom())).contains("đã chốt");
        String released = world.released(school, "Giàng A Sử").get(0);
        assertThat(session.as(school.clerk(), () -> board.offers(released)))
                .filteredOn(offer -> offer.name().equals("correction.ask"))
                .singleElement()
                .satisfies(offer -> assertThat(offer.obstacle()).hasMessageContaining("trả lại bước trước"));
    }

    @Test
    void evidenceIsKeptAndOnlyWhoIsConcernedReadsIt() {
        String request = life.take(
                school.clerk(),
                "correction.ask",
                record,
                Map.of("parts", Set.of(CorrectionRules.PERSONAL), "reason", REASON),
                new Evidence("giay-khai-sinh.pdf", new byte[] {1, 2, 3}));
        RequestBoard.Page page = session.as(school.principal(), () -> board.page(request));
        assertThat(page.files()).extracting(RequestBoard.FileInfo::name).containsExactly("giay-khai-sinh.pdf");
        String file = page.files().get(0).id();
        assertThat(session.as(school.principal(), () -> board.file(file)).content())
                .containsExactly(1, 2, 3);
        School other = world.school();
        for (CurrentUser stranger :
                List.of(other.principal(), other.clerk(), other.homeroom(), other.official(), school.homeroom())) {
            assertThatThrownBy(() -> session.as(stranger, () -> board.file(file)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> session.as(stranger, () -> board.page(request)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void nobodyElseAsksDecidesOrCancels() {
        School other = world.school();
        for (CurrentUser stranger :
                List.of(other.homeroom(), other.clerk(), other.principal(), school.admin(), school.official())) {
            assertThat(session.as(stranger, () -> board.offers(record)))
                    .extracting(Offer::name)
                    .doesNotContain("correction.ask");
            assertThatThrownBy(() -> life.take(
                            stranger, "correction.ask", record, Map.of("parts", Set.of("TOAN"), "reason", REASON)))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> life.askCorrection(school, record, CorrectionRules.PERSONAL))
                .as("a teacher does not change the pupil's data")
                .isInstanceOf(Refused.class);
        String request = life.askCorrection(school, record, "TOAN");
        for (CurrentUser stranger :
                List.of(other.principal(), school.homeroom(), school.clerk(), school.admin(), school.official())) {
            for (String offer : List.of("correction.approve", "correction.refuse")) {
                assertThatThrownBy(() -> life.take(stranger, offer, request, Map.of("reason", REASON)))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThatThrownBy(() -> life.take(school.clerk(), "correction.cancel", request, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class);
        assertThat(life.request(request)).isEqualTo("OPEN");
    }

    @Test
    void whatWaitsForThePrincipalStandsInThePrincipalsList() {
        String request = life.askCorrection(school, record, "TOAN");

        assertThat(session.as(school.principal(), () -> board.lists()).waiting())
                .extracting(RequestBoard.Row::id)
                .containsExactly(request);
        assertThat(session.as(school.principal(), () -> board.waiting())).isOne();
        assertThat(session.as(school.homeroom(), () -> board.lists()).others())
                .extracting(RequestBoard.Row::id)
                .containsExactly(request);
        life.approveCorrection(school, request);
        assertThat(session.as(school.principal(), () -> board.waiting())).isZero();
    }

    private Integer mark(String subject) {
        return Integer.valueOf(life.mark(record, subject));
    }

    private String obstacle(CurrentUser user) {
        return session.as(user, () -> board.offers(record)).stream()
                .filter(offer -> offer.name().equals("correction.ask"))
                .map(offer -> offer.obstacle().getMessage())
                .findFirst()
                .orElseThrow();
    }
}
