package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffIncidents.Incident;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.CutOffProcesses;
import vn.hocba.workflow.EngineJobs;

/** A cut-off that does not go on, as the Sở sees and repairs it: here its own row is missing. */
@ReleasedRecordsTest
class CutOffIncidentsTest {

    private static final int ATTEMPTS = 6;

    @Autowired
    ReleasedRecords world;

    @Autowired
    StartCutOffs start;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    CutOffIncidents incidents;

    @Autowired
    CutOffProcesses processes;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;
    private CutOffKey key;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        school = world.school();
        key = new CutOffKey(school.province().id(), YEAR);
        start.start();
    }

    @Test
    void aStepThatFailsShowsItsNameAndTheNextAttempt() {
        breakTheEnd();

        fail();

        assertThat(seen()).hasValueSatisfying(incident -> {
            assertThat(incident.wave()).isEqualTo(Wave.FIRST);
            assertThat(incident.step()).isEqualTo("Lập danh sách học bạ chưa chốt");
            assertThat(incident.exhausted()).isFalse();
            assertThat(incident.next()).isAfter(Instant.now());
            assertThat(incident.logNumber())
                    .isEqualTo(management
                            .createJobQuery()
                            .processInstanceId(process().getId())
                            .singleResult()
                            .getId());
        });
    }

    @Test
    void afterTheLastAttemptTheSoLetsItTryAgainAndTheIncidentIsOver() {
        breakTheEnd();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            fail();
        }
        assertThat(seen())
                .hasValueSatisfying(incident -> assertThat(incident.exhausted()).isTrue());
        assertThat(engineIncidents()).isEqualTo(1);
        cutOffs.begin(key, Wave.FIRST, LocalDate.of(2027, 6, 30), 0);

        session.run(school.official(), () -> incidents.tryAgain(YEAR));
        assertThat(seen()).hasValueSatisfying(incident -> {
            assertThat(incident.exhausted()).isFalse();
            assertThat(incident.next()).isNull();
        });
        jobs.step(key.toString());

        assertThat(cutOffs.find(key, Wave.FIRST).orElseThrow().state()).isEqualTo(CutOffs.State.DONE);
        assertThat(seen()).isEmpty();
        assertThat(engineIncidents()).isZero();
        assertThat(audit.of(key.provinceId()))
                .extracting(AuditLog.Entry::action)
                .contains("cut-off.tried-again");
    }

    @Test
    void aTimerThatWaitsIsNoIncidentAndCannotBeBroughtForward() {
        Job timer = timer();

        assertThat(seen()).isEmpty();
        assertThatThrownBy(() -> session.run(school.official(), () -> incidents.tryAgain(YEAR)))
                .isInstanceOf(Refused.class);
        Boolean tried = new TransactionTemplate(transactions).execute(status -> processes.tryAgain(key.toString()));

        assertThat(tried).isFalse();
        assertThat(timer().getDuedate()).isEqualTo(timer.getDuedate());
    }

    @Test
    void onlyTheSoItselfSeesAndRepairsIt() {
        breakTheEnd();
        fail();
        CurrentUser stranger = world.school().official();

        assertThat(session.as(stranger, () -> incidents.of(YEAR))).isEmpty();
        assertThatThrownBy(() -> session.run(stranger, () -> incidents.tryAgain(YEAR)))
                .isInstanceOf(Refused.class);
        for (CurrentUser user : List.of(school.homeroom(), school.principal(), school.clerk(), school.admin())) {
            assertThatThrownBy(() -> session.as(user, () -> incidents.of(YEAR))).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> session.run(user, () -> incidents.tryAgain(YEAR)))
                    .isInstanceOf(Refused.class);
        }
    }

    private void breakTheEnd() {
        management.executeJob(timer().getId());
        jobs.step(key.toString());
        jdbc.sql("delete from cut_off where province_id = ?")
                .param(key.provinceId())
                .update();
    }

    private void fail() {
        assertThatThrownBy(() -> jobs.step(key.toString())).isInstanceOf(RuntimeException.class);
    }

    private Optional<Incident> seen() {
        return session.as(school.official(), () -> incidents.of(YEAR));
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .singleResult();
    }

    private long engineIncidents() {
        return runtime.createIncidentQuery()
                .processInstanceId(process().getId())
                .count();
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }
}
