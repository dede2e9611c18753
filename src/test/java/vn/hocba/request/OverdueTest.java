package vn.hocba.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.registry.FreezeDue;
import vn.hocba.request.RequestBoard.Row;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.MovableClock;

/** Every request has a day by which it is answered; what is overdue is seen by who owes it, who asked and who is above, and ends. */
@ReleasedRecordsTest
class OverdueTest {

    private static final Map<String, Object> BECAUSE = Map.of("reason", REASON);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    RequestBoard board;

    @Autowired
    OverdueBelow below;

    @Autowired
    FreezeDue freeze;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    private Unit province;
    private Unit above;
    private School school;
    private CurrentUser leader;

    @BeforeEach
    void aSchoolBelowACommune() {
        province = world.province();
        above = world.intermediate(province);
        school = world.schoolBelow(above);
        leader = world.ofProvince(province, Role.PROVINCE_LEADER);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aCorrectionIsAnsweredInWorkingDaysAndNotAfterTheRecordIsFrozen() {
        String record = life.accepted(school);
        Instant frozen = freeze.of(record).orElseThrow().limit().lastSecond();

        Instant soon = request(ask(record)).dueAt();

        assertThat(soon).isAfter(clock.instant()).isBefore(clock.instant().plus(Duration.ofDays(20)));
        life.take(school.homeroom(), "correction.cancel", open(), BECAUSE);
        clock.set(frozen.minus(Duration.ofHours(1)));
        assertThat(request(ask(record)).dueAt()).isEqualTo(frozen);
    }

    @Test
    void whatIsOverdueComesFirstAndTheUnitsAboveSeeIt() {
        String late = ask(life.accepted(school));
        pass(late);
        String fresh = ask(life.accepted(school));

        assertThat(session.as(school.principal(), board::lists).waiting())
                .extracting(Row::id)
                .containsExactly(late, fresh);
        for (CurrentUser one : List.of(school.principal(), school.homeroom(), leader)) {
            assertThat(all(session.as(one, board::overdue))).as(one.title()).containsExactly(late);
        }
        CurrentUser commune = world.official(above, Role.SUPERVISOR);
        assertThat(session.as(commune, below::late)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("CORRECTION");
            assertThat(one.school()).isEqualTo(school.unit().name());
            assertThat(one.waitsRole()).isEqualTo(Role.PRINCIPAL);
        });
        CurrentUser beside = world.official(world.intermediate(province), Role.SUPERVISOR);
        assertThat(session.as(beside, below::late)).isEmpty();
        assertThatThrownBy(() -> session.as(school.principal(), below::late)).isInstanceOf(Refused.class);
    }

    @Test
    void aLeaderOfTheSoEndsWhatASchoolDoesNotAnswerAndOnlyThen() {
        String record = life.accepted(school);
        String request = ask(record);
        refused(leader, "correction.end-overdue", request);
        pass(request);
        refused(school.principal(), "correction.end-overdue", request);
        refused(world.ofProvince(school.province(), Role.PROVINCE_OFFICER), "correction.end-overdue", request);
        refused(world.ofProvince(world.province(), Role.PROVINCE_LEADER), "correction.end-overdue", request);

        life.take(leader, "correction.end-overdue", request, BECAUSE);

        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.outcome(request)).isEqualTo(REASON);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.askCorrection(school, record, "TOAN"))
                .as("nothing stands in the way")
                .isNotEqualTo(request);
    }

    @Test
    void aSupplementThatNobodyEndorsesOrExaminesAndARetractionThatNobodyDecidesEnd() {
        school = world.school();
        leader = world.ofProvince(school.province(), Role.PROVINCE_LEADER);
        String withdrawn = life.accepted(school);
        ended("retraction", life.take(school.clerk(), "retraction.ask", withdrawn, BECAUSE));
        String frozen = life.accepted(school);
        life.cutOff(school, Wave.FIRST);
        ended("supplement", supplement(school.clerk(), frozen));
        ended("supplement", supplement(school.principal(), frozen));
        String order = life.take(school.clerk(), "retraction.ask-province", frozen, BECAUSE);
        assertThat(request(order).dueAt()).isNotNull();
        life.take(leader, "retraction.refuse", order, BECAUSE);
        assertThat(life.request(order)).isEqualTo("REFUSED");
    }

    @Test
    void aPlanThatThePrincipalDoesNotDecideEnds() {
        String record = world.commenting(school, "Lò Thị Mai");
        ended(
                "inclusion",
                life.take(
                        school.homeroom(),
                        "inclusion.ask",
                        record,
                        Map.of("by", "PLAN", "number", "12/QĐ-TH", "day", LocalDate.of(2026, 9, 5), "reason", REASON)));
    }

    private void ended(String kind, String request) {
        refused(leader, kind + ".end-overdue", request);
        pass(request);
        life.take(leader, kind + ".end-overdue", request, BECAUSE);
        assertThat(life.request(request)).isEqualTo("CANCELLED");
        clock.reset();
    }

    private String supplement(CurrentUser who, String record) {
        return life.take(
                who,
                "supplement.ask",
                record,
                Map.of("ground", "CIVIL_STATUS", "field", "HO_VA_TEN", "right", "Lò Thị Mài", "reason", REASON),
                new Evidence("trich-luc.pdf", new byte[] {1}));
    }

    private String ask(String record) {
        return life.askCorrection(school, record, "TOAN");
    }

    private void pass(String request) {
        clock.set(request(request).dueAt().plusSeconds(1));
    }

    private Request request(String id) {
        return session.as(school.principal(), () -> board.page(id)).request();
    }

    private String open() {
        return session.as(school.principal(), board::lists).waiting().get(0).id();
    }

    private static List<String> all(RequestBoard.Lists lists) {
        return java.util.stream.Stream.concat(lists.waiting().stream(), lists.others().stream())
                .map(Row::id)
                .toList();
    }

    private void refused(CurrentUser who, String offer, String request) {
        assertThatThrownBy(() -> life.take(who, offer, request, BECAUSE)).isInstanceOf(Refused.class);
    }
}
