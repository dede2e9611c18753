package vn.hocba.retraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.CountsCheck;

/** What follows after a record was taken back: a new version, another record, or nothing. */
@ReleasedRecordsTest
class AfterRetractionTest {

    private static final Map<String, Object> BECAUSE = Map.of("reason", REASON);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    LookUp lookUp;

    @Autowired
    RecordPage pages;

    @Autowired
    OpenSchoolYear openYear;

    @Autowired
    ProvincePolicies policies;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private String record;

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
    void takenBackToBeMadeAnewTheRecordIsHandedInAgainAsItsNextVersion() {
        takeBack("retraction.ask-anew");

        assertThat(life.state(record)).isEqualTo("HOMEROOM");
        assertThat(life.version(record)).isEqualTo(2);
        assertThat(life.registered(record)).containsExactly("WITHDRAWN");
        assertThat(life.versions(record)).containsExactly("WITHDRAWN");
        assertThat(jdbc.sql("select return_reason from work_item where year_record_id = ? and state = 'OPEN'")
                        .param(record)
                        .query(String.class)
                        .single())
                .isEqualTo(REASON);
        life.signAndSubmit(school, record);

        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        life.cutOff(school, Wave.FIRST);
        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
    }

    @Test
    void whatIsNotHandedInAgainByTheCutOffIsLeftOutAndNotFrozen() {
        takeBack("retraction.ask-anew");
        life.cutOff(school, Wave.FIRST);

        assertThat(life.state(record)).isEqualTo("HOMEROOM");
        assertThat(jdbc.sql("select reason from cut_off_exception where year_record_id = ?")
                        .param(record)
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_ACCEPTED");
    }

    @Test
    void itMayBeTakenBackOnceMoreAndThenForGood() {
        takeBack("retraction.ask-anew");
        life.signAndSubmit(school, record);
        takeBack("retraction.ask-anew");
        life.signAndSubmit(school, record);
        takeBack("retraction.ask");

        assertThat(life.state(record)).isEqualTo("RETRACTED");
        assertThat(life.versions(record)).containsExactly("WITHDRAWN", "WITHDRAWN", "WITHDRAWN");
        assertThat(session.as(school.principal(), () -> pages.of(record))
                        .state()
                        .name())
                .isEqualTo("RETRACTED");
    }

    @Test
    void takenBackForGoodAnotherRecordOfThePupilIsOpenedHandedInAndFoundInItsPlace() {
        String code = world.content(record).lookupCode();
        assertThat(world.openAnother(school, record))
                .as("while the first one stands")
                .isEmpty();
        takeBack("retraction.ask");
        assertThat(session.as(
                        school.admin(), () -> openYear.readiness(school.unit().id(), YEAR)))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.studying()).isOne();
                    assertThat(known.open()).isZero();
                });

        String another = world.openAnother(school, record).orElseThrow();
        world.complete(school, another);
        life.submit(school);

        assertThat(life.state(another)).isEqualTo("ACCEPTED");
        assertThat(world.openAnother(school, record)).isEmpty();
        FoundYear former = found(code).stream()
                .filter(year -> year.original().yearRecordId().equals(record))
                .findFirst()
                .orElseThrow();
        assertThat(former.content()).isEqualTo(FoundYear.Content.OUT_OF_EFFECT);
        assertThat(former.replacement()).contains(another);
    }

    @Test
    void afterTheFreezeTheSoLetsAnotherRecordTakeItsPlaceAndLookUpLeadsThere() {
        String code = world.content(record).lookupCode();
        life.cutOff(school, Wave.FIRST);
        life.orderRetraction(school, record, order(true));
        assertThat(life.state(record)).isEqualTo("FROZEN");

        String another = world.openAnother(school, record).orElseThrow();
        world.complete(school, another);
        life.submit(school);

        assertThat(life.state(another)).isEqualTo("ACCEPTED");
        assertThat(found(code))
                .filteredOn(year -> year.original().yearRecordId().equals(record))
                .singleElement()
                .satisfies(year -> {
                    assertThat(year.original().withdrawn().reason()).isEqualTo(REASON);
                    assertThat(year.replacement()).contains(another);
                });
    }

    @Test
    void withoutThatWordNoneTakesItsPlace() {
        life.cutOff(school, Wave.FIRST);
        life.orderRetraction(school, record, order(false));

        assertThat(world.openAnother(school, record)).isEmpty();
    }

    @Test
    void whoAskedDoesNotAgreeAloneUnlessTheSoLetsOne() {
        CurrentUser deputy = world.principal(school);
        String request = life.take(school.principal(), "retraction.ask-anew", record, BECAUSE);
        assertThatThrownBy(() -> life.take(school.principal(), "retraction.approve", request, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cần hai người");
        life.take(deputy, "retraction.approve", request, Map.of());
        assertThat(life.state(record)).isEqualTo("HOMEROOM");
        life.signAndSubmit(school, record);

        session.run(school.official(), () -> policies.set(Policy.RETRACTION_BY_TWO, false));
        String alone = life.take(school.principal(), "retraction.ask", record, BECAUSE);
        life.take(school.principal(), "retraction.approve", alone, Map.of());
        assertThat(life.state(record)).isEqualTo("RETRACTED");
    }

    private void takeBack(String offer) {
        life.take(
                school.principal(), "retraction.approve", life.take(school.clerk(), offer, record, BECAUSE), Map.of());
    }

    private List<FoundYear> found(String code) {
        return lookUp.find(code, "05/09/2020", "203.0.113.9");
    }

    private static Map<String, Object> order(boolean replace) {
        return Map.of("number", "12/QĐ-SGDĐT", "day", LocalDate.of(2026, 11, 20), "reason", REASON, "replace", replace);
    }
}
