package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.PIN;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OtherDates;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.school.Units;
import vn.hocba.shared.Ids;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;

/** The model {@code cut-off.bpmn} with everything that it calls; timers are fired by hand. */
@ReleasedRecordsTest
class CutOffProcessTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    SubmitClass submitClass;

    @Autowired
    StartCutOffs start;

    @Autowired
    LateSchools lateSchools;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar changeCalendar;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Units units;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private School school;
    private CutOffKey key;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        AbstractAssertions.init(engine);
        school = world.school();
        key = new CutOffKey(school.province().id(), YEAR);
        start.start();
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void oneProcessWaitsForTheFirstCutOffAtItsVeryInstant() {
        start.start();

        BpmnAwareTests.assertThat(process()).isWaitingAt("timer_FIRST");
        assertThat(timer().getDuedate().toInstant())
                .isEqualTo(calendar.of(key.provinceId(), YEAR).cutOff(Wave.FIRST))
                .isEqualTo(Instant.parse("2027-06-29T17:00:00Z"));
    }

    @Test
    void theTimerFollowsTheCalendar() {
        session.run(
                school.official(),
                () -> changeCalendar.change(
                        key.provinceId(),
                        OtherDates.with(
                                calendar.of(key.provinceId(), YEAR),
                                Milestone.CUT_OFF_1,
                                new Limit(LocalDate.of(2027, 6, 30), true)),
                        "Sở kéo dài thêm một ngày"));

        assertThat(timer().getDuedate().toInstant()).isEqualTo(Instant.parse("2027-06-30T17:00:00Z"));
    }

    @Test
    void acceptedRecordsAreFrozenInTheProvinceAndAtTheSchool() {
        List<String> records = accepted("Lò Thị Mai", "Giàng A Sử");

        cutOff(Wave.FIRST);

        for (String record : records) {
            assertThat(state(record)).isEqualTo("FROZEN");
            assertThat(registered(record)).isEqualTo("FROZEN");
            assertThat(audit.of(record)).extracting(AuditLog.Entry::action).contains("registry.frozen");
            assertThat(audit.isIntact(record)).isTrue();
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(record)
                            .count())
                    .isZero();
        }
        assertThat(begun(Wave.FIRST).state()).isEqualTo(CutOffs.State.DONE);
        assertThat(begun(Wave.FIRST).effectiveOn()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(begun(Wave.FIRST).frozen())
                .isEqualTo(2)
                .isEqualTo(begun(Wave.FIRST).total());
        BpmnAwareTests.assertThat(process()).isWaitingAt("timer_SECOND");
    }

    @Test
    void moreThanOneChunkIsFrozenJobByJob() {
        key = new AcceptedProvince(jdbc, units, runtime, transactions).accepted(FreezeNext.CHUNK + 1);
        start.start();

        fire();
        jobs.step(key.toString());
        assertThat(begun(Wave.FIRST).frozen()).isEqualTo(FreezeNext.CHUNK);
        assertThat(begun(Wave.FIRST).state()).isEqualTo(CutOffs.State.RUNNING);
        runAll();

        assertThat(begun(Wave.FIRST).frozen()).isEqualTo(FreezeNext.CHUNK + 1);
        assertThat(jdbc.sql("select count(*) from year_record r join org_unit s on s.id = r.school_id join org_unit p"
                                + " on s.path like concat(p.path, '%') where p.id = ? and r.state = 'FROZEN'")
                        .param(key.provinceId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(FreezeNext.CHUNK + 1);
    }

    @Test
    void whoHasNotCompletedTheProgrammeWaitsForTheSecondWave() {
        String record = accepted("Lò Thị Mai").get(0);
        enrol(record);
        jdbc.sql("update registered_record set programme_completed = false where year_record_id = ?")
                .param(record)
                .update();

        cutOff(Wave.FIRST);
        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(missed(Wave.FIRST)).containsExactly("NOT_COMPLETED");
        cutOff(Wave.SECOND);

        assertThat(state(record)).isEqualTo("FROZEN");
        assertThat(missed(Wave.SECOND)).isEmpty();
        assertThat(process()).as("the year is over").isNull();
    }

    @Test
    void whoIsNotAcceptedOrHasNoRecordIsListedWithTheReason() {
        String released = world.released(school, "Lò Thị Mai").get(0);
        enrol(released);
        String pupil = Ids.next();
        jdbc.sql("insert into pupil (id, row_version, moet_code, full_name, search_name, birth_date, gender)"
                        + " values (?, 0, ?, 'Vàng Thị Pà', '', '2020-01-01', 'Nữ')")
                .params(pupil, pupil.substring(12))
                .update();
        jdbc.sql("insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                        + " values (?, 0, ?, ?, ?, ?, 99, 'STUDYING')")
                .params(Ids.next(), pupil, school.unit().id(), school.classId(), YEAR)
                .update();

        cutOff(Wave.FIRST);

        assertThat(missed(Wave.FIRST)).containsExactlyInAnyOrder("NOT_ACCEPTED", "MISSING");
        assertThat(state(released)).isEqualTo("RELEASED");
    }

    @Test
    void aSchoolThatLearnsOfTheAcceptanceOnlyAfterTheFreezeIsToldThen() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        jobs.step(packageId);
        assertThat(state(record)).isEqualTo("SUBMITTED");
        cutOff(Wave.FIRST);
        assertThat(registered(record)).isEqualTo("FROZEN");

        jobs.run(packageId);
        lateSchools.tell();

        assertThat(state(record)).isEqualTo("FROZEN");
    }

    @Test
    void aSchoolThatCannotBeToldHoldsUpNobodyElse() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        String packageId = submit();
        jobs.step(packageId);
        cutOff(Wave.FIRST);
        jobs.run(packageId);
        String stuck = records.get(0).compareTo(records.get(1)) < 0 ? records.get(0) : records.get(1);
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(stuck)
                        .singleResult()
                        .getId(),
                "lost");

        lateSchools.tell();

        assertThat(records)
                .filteredOn(record -> state(record).equals("FROZEN"))
                .hasSize(1)
                .doesNotContain(stuck);
        assertThat(jdbc.sql("select error from freeze_untold where year_record_id = ?")
                        .param(stuck)
                        .query(String.class)
                        .single())
                .contains("không ở bước chờ chốt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update year_record set reward = 'x' where id = ?",
                "update year_record set state = 'ACCEPTED' where id = ?",
                "update record_part set cells = '{}' where year_record_id = ?",
                "delete from record_part where year_record_id = ?",
                "update record_part set finished = false where year_record_id = ?",
                "update record_version set packet = 'x' where year_record_id = ?",
                "delete from record_version where year_record_id = ?",
                "update registered_record set packet_hash = 'x' where year_record_id = ?",
                "update registered_record set state = 'ACCEPTED' where year_record_id = ?",
                "update registered_record set effective_on = null where year_record_id = ?",
                "delete from registered_record where year_record_id = ?"
            })
    void whatIsFrozenTheDatabaseItselfKeeps(String statement) {
        String record = accepted("Lò Thị Mai").get(0);
        cutOff(Wave.FIRST);

        assertThatThrownBy(() -> jdbc.sql(statement).param(record).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("frozen");
    }

    @Test
    void whatIsFrozenMayBeReported() {
        String record = accepted("Lò Thị Mai").get(0);
        cutOff(Wave.FIRST);

        jdbc.sql("update registered_record set state = 'REPORTED' where year_record_id = ?")
                .param(record)
                .update();

        assertThat(registered(record)).isEqualTo("REPORTED");
    }

    private List<String> accepted(String... names) {
        List<String> records = world.released(school, names);
        jobs.run(submit());
        assertThat(records).allMatch(record -> state(record).equals("ACCEPTED"));
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", records)
                .update();
        return records;
    }

    private String submit() {
        return session.as(school.clerk(), () -> submitClass.submit(school.classId(), Entered.pin(PIN.toCharArray())));
    }

    private void enrol(String record) {
        jdbc.sql(
                        "insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                                + " select ?, 0, pupil_id, school_id, class_id, school_year, ordinal, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), record)
                .update();
    }

    private void cutOff(Wave wave) {
        BpmnAwareTests.assertThat(process()).isWaitingAt("timer_" + wave);
        fire();
        runAll();
    }

    private void fire() {
        management.executeJob(timer().getId());
    }

    /** Until the next timer, or the end. */
    private void runAll() {
        while (process() != null && timer() == null) {
            jobs.step(key.toString());
        }
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .singleResult();
    }

    private CutOffs.Begun begun(Wave wave) {
        return cutOffs.find(key, wave).orElseThrow();
    }

    private List<String> missed(Wave wave) {
        return jdbc.sql("select reason from cut_off_exception where cut_off_id = ?")
                .param(begun(wave).id())
                .query(String.class)
                .list();
    }

    private String state(String record) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    private String registered(String record) {
        return jdbc.sql("select state from registered_record where year_record_id = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
