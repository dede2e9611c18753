package vn.hocba.retraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.RegisteredState;
import vn.hocba.request.Evidence;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.CountsCheck;

/** The model {@code retraction.bpmn} with everything that it calls. */
@ReleasedRecordsTest
class RetractionTest {

    private static final Map<String, Object> BECAUSE = Map.of("reason", REASON);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    LookUp lookUp;

    @Autowired
    AuditLog audit;

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
    void beforeTheFreezeTheSchoolTakesItsRecordBackAndLookUpSaysSo() {
        String code = world.content(record).lookupCode();
        String request = life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        ProcessInstance process = life.process(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_decide");
        life.take(school.principal(), "retraction.approve", request, Map.of());

        BpmnAwareTests.assertThat(process).isEnded().hasPassed("serviceTask_takeBack", "endEvent_done");
        assertThat(life.state(record)).isEqualTo("RETRACTED");
        assertThat(life.registered(record)).containsExactly("WITHDRAWN");
        assertThat(life.versions(record)).containsExactly("WITHDRAWN");
        assertThat(life.request(request)).isEqualTo("DONE");
        FoundYear found = lookUp.find(code, "05/09/2020", "203.0.113.1").get(0);
        assertThat(found.content()).isEqualTo(FoundYear.Content.OUT_OF_EFFECT);
        assertThat(found.snapshot()).isNull();
        assertThat(found.original().withdrawn().authority())
                .isEqualTo(school.unit().name());
        assertThat(audit.isIntact(record)).isTrue();
        life.cutOff(school, Wave.FIRST);
        assertThat(life.registered(record)).containsExactly("WITHDRAWN");
    }

    @Test
    void thePrincipalRefusesOrTheClerkTakesTheRequestBackAndTheRecordStays() {
        String refused = life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        life.take(school.principal(), "retraction.refuse", refused, BECAUSE);
        String cancelled = life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        life.take(school.clerk(), "retraction.cancel", cancelled, BECAUSE);

        assertThat(life.request(refused)).isEqualTo("REFUSED");
        assertThat(life.request(cancelled)).isEqualTo("CANCELLED");
        assertThat(life.registered(record)).containsExactly("ACCEPTED");
    }

    @Test
    void whatThePrincipalHasNotDecidedAtTheCutOffIsCancelled() {
        String request = life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        life.cutOff(school, Wave.FIRST);

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void afterTheFreezeOnlyTheProvinceDecidesWithNumberAndDay() {
        String code = world.content(record).lookupCode();
        life.cutOff(school, Wave.FIRST);
        assertThat(session.as(school.clerk(), () -> board.offers(record)))
                .extracting(Offer::name)
                .contains("retraction.ask-province")
                .doesNotContain("retraction.ask");
        String request = life.take(school.clerk(), "retraction.ask-province", record, BECAUSE);
        assertThatThrownBy(() -> life.take(school.principal(), "retraction.approve", request, Map.of()))
                .isInstanceOf(Refused.class);
        BpmnAwareTests.assertThat(life.process(request)).isWaitingAt("userTask_order");
        life.take(school.official(), "retraction.decree", request, decision(LocalDate.of(2026, 11, 20)));

        assertThat(life.registered(record)).containsExactly("RETRACTED");
        assertThat(life.state(record))
                .as("the frozen record itself stays untouched")
                .isEqualTo("FROZEN");
        FoundYear found = lookUp.find(code, "05/09/2020", "203.0.113.2").get(0);
        assertThat(found.original().state()).isEqualTo(RegisteredState.RETRACTED);
        assertThat(found.original().withdrawn().decisionNo()).isEqualTo("12/QĐ-SGDĐT");
        assertThat(found.original().withdrawn().on()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(found.original().withdrawn().authority())
                .isEqualTo(school.province().name());
    }

    @Test
    void atTheSoSomebodyPreparesTheDecisionWithThePaperAttachedAndALeaderWhoIsSomebodyElseGivesIt() {
        life.cutOff(school, Wave.FIRST);
        CurrentUser officer = world.ofProvince(school.province(), Role.PROVINCE_OFFICER);
        String request = life.take(
                officer,
                "retraction.order",
                record,
                decision(LocalDate.of(2026, 11, 20)),
                new Evidence("quyet-dinh.pdf", new byte[] {1}));

        assertThat(life.registered(record)).containsExactly("FROZEN");
        BpmnAwareTests.assertThat(life.process(request)).isWaitingAt("userTask_order");
        for (CurrentUser stranger : List.of(
                officer,
                world.ofProvince(school.province(), Role.PROVINCE_CLERK),
                world.school().official(),
                school.principal())) {
            assertThatThrownBy(() -> life.take(stranger, "retraction.decree", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        life.take(school.official(), "retraction.decree", request, Map.of());

        assertThat(life.registered(record)).containsExactly("RETRACTED");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThatThrownBy(() ->
                        life.take(school.official(), "retraction.order", record, decision(LocalDate.of(2026, 11, 20))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã được thu hồi");
    }

    @Test
    void aLeaderWhoPreparedADecisionDoesNotGiveItAndMayTakeItBack() {
        life.cutOff(school, Wave.FIRST);
        String request = life.take(school.official(), "retraction.order", record, decision(LocalDate.of(2026, 11, 20)));

        assertThatThrownBy(() -> life.take(school.official(), "retraction.decree", request, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("không tự quyết định");
        life.take(school.official(), "retraction.cancel", request, BECAUSE);

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.registered(record)).containsExactly("FROZEN");
    }

    @Test
    void theProvinceRefuses() {
        life.cutOff(school, Wave.FIRST);
        String request = life.take(school.clerk(), "retraction.ask-province", record, BECAUSE);
        life.take(school.official(), "retraction.refuse", request, BECAUSE);

        assertThat(life.request(request)).isEqualTo("REFUSED");
        assertThat(life.registered(record)).containsExactly("FROZEN");
    }

    @Test
    void aDecisionOfTomorrowIsRefused() {
        life.cutOff(school, Wave.FIRST);

        assertThatThrownBy(() ->
                        life.take(school.official(), "retraction.order", record, decision(LocalDate.of(2999, 1, 1))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("sau hôm nay");
        assertThat(life.registered(record)).containsExactly("FROZEN");
    }

    @Test
    void whileARecordIsBeingCorrectedItIsNotTakenBackAndTheOtherWayRound() {
        String correction = life.askCorrection(school, record, "TOAN");
        assertThatThrownBy(() -> life.take(school.clerk(), "retraction.ask", record, BECAUSE))
                .isInstanceOf(Refused.class);
        life.approveCorrection(school, correction);
        assertThatThrownBy(() -> life.take(school.clerk(), "retraction.ask", record, BECAUSE))
                .isInstanceOf(Refused.class);
        life.take(school.principal(), "correction.cancel", correction, BECAUSE);
        life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        assertThatThrownBy(() -> life.askCorrection(school, record, "TOAN")).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyElseAsksOrDecides() {
        School other = world.school();
        for (CurrentUser stranger :
                List.of(other.clerk(), other.principal(), school.homeroom(), school.admin(), school.official())) {
            assertThatThrownBy(() -> life.take(stranger, "retraction.ask", record, BECAUSE))
                    .isInstanceOf(Refused.class);
        }
        String request = life.take(school.clerk(), "retraction.ask", record, BECAUSE);
        for (CurrentUser stranger :
                List.of(other.principal(), school.clerk(), school.homeroom(), school.admin(), school.official())) {
            assertThatThrownBy(() -> life.take(stranger, "retraction.approve", request, Map.of()))
                    .isInstanceOf(Refused.class);
        }
        life.take(school.clerk(), "retraction.cancel", request, BECAUSE);
        life.cutOff(school, Wave.FIRST);
        for (CurrentUser stranger : List.of(other.official(), school.principal(), school.clerk())) {
            assertThatThrownBy(
                            () -> life.take(stranger, "retraction.order", record, decision(LocalDate.of(2026, 11, 20))))
                    .isInstanceOf(Refused.class);
        }
    }

    private static Map<String, Object> decision(LocalDate day) {
        return Map.of("number", "12/QĐ-SGDĐT", "day", day, "reason", "Cấp trùng cho một học sinh khác");
    }
}
