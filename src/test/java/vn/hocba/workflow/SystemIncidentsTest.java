package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.SystemIncidents.Incident;

/** Steps that the engine could not do, as the Sở sees and repairs them: here the summer assessment of a cut-off that never was, and a report's last step. */
@ReleasedRecordsTest
class SystemIncidentsTest {

    private static final String SUMMER = "supplementaryAssessment";
    private static final String OPEN = "serviceTask_open";
    private static final int ATTEMPTS = 6;

    @Autowired
    ReleasedRecords world;

    @Autowired
    SystemIncidents incidents;

    @Autowired
    ProvinceJobs places;

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

    private School school;
    private String year;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        school = world.school();
        year = school.province().id() + ":" + ReleasedRecords.YEAR;
    }

    @Test
    void aStepThatFailsIsShownInWordsWithItsNumberAndItsNextAttempt() {
        Instant before = engineNow();
        runtime.startProcessInstanceByKey(SUMMER, year);
        assertThat(seen()).isEmpty();

        fail(year);

        assertThat(seen()).singleElement().satisfies(incident -> {
            assertThat(incident.processName()).isEqualTo("Đánh giá bổ sung trong hè");
            assertThat(incident.stepName()).isEqualTo("Mở lại một phần học bạ chưa xác nhận");
            assertThat(incident.waiting()).isEqualTo(1);
            assertThat(incident.exhausted()).isZero();
            assertThat(incident.since()).isBetween(before.minusSeconds(1), engineNow());
            assertThat(incident.next()).isAfter(engineNow());
            assertThat(incident.logNumber()).isEqualTo(job(year).getId());
            assertThat(incident.mayTry()).isTrue();
        });
        assertThat(seen().toString()).as("what was thrown may name people").doesNotContain("No value present");
        assertThat(session.as(school.official(), incidents::waiting)).isZero();
    }

    @Test
    void afterTheLastAttemptItIsCountedInTheMenuAndTriedAgainOnce() {
        exhausted();
        assertThat(session.as(school.official(), incidents::waiting)).isEqualTo(1);
        assertThat(seen()).singleElement().satisfies(incident -> {
            assertThat(incident.exhausted()).isEqualTo(1);
            assertThat(incident.next()).isNull();
        });

        assertThat(tryAgain()).isEqualTo(1);

        assertThat(seen()).singleElement().satisfies(incident -> {
            assertThat(incident.exhausted()).isZero();
            assertThat(incident.next()).isNull();
            assertThat(incident.mayTry()).isFalse();
        });
        assertThat(session.as(school.official(), incidents::waiting)).isZero();
        assertThatThrownBy(this::tryAgain).isInstanceOf(Refused.class);
        assertThat(audit.of(school.province().id()))
                .extracting(AuditLog.Entry::action)
                .contains("incident.tried-again");
        repair();
        jobs.run(year);
        assertThat(seen()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(year)
                        .count())
                .isZero();
    }

    @Test
    void toTryAgainTakesNoneOfTheAttemptsThatAreLeft() {
        runtime.startProcessInstanceByKey(SUMMER, year);
        fail(year);
        int left = jobs.triesLeft(year);

        tryAgain();
        fail(year);

        assertThat(jobs.triesLeft(year)).isEqualTo(left);
        assertThat(seen()).singleElement().satisfies(incident -> assertThat(incident.next())
                .isAfter(engineNow()));
    }

    @Test
    void theLastStepOfAReportIsSeenToo() {
        String report = Ids.next();
        jdbc.sql(
                        "insert into ministry_report (id, province_id, school_year, wave, state, effective_on, total, parts, created_at)"
                                + " values (?, ?, ?, 'FIRST', 'NOWHERE', date '2027-07-01', 1, 1, localtimestamp)")
                .params(report, school.province().id(), ReleasedRecords.YEAR)
                .update();
        runtime.createProcessInstanceByKey("ministryReport")
                .businessKey(report)
                .startBeforeActivity("serviceTask_record")
                .execute();

        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            fail(report);
        }

        assertThat(seen()).singleElement().satisfies(incident -> {
            assertThat(incident.processName()).isEqualTo("Báo cáo Bộ sau một đợt chốt");
            assertThat(incident.stepName()).isEqualTo("Đánh dấu học bạ đã báo cáo");
            assertThat(incident.exhausted()).isEqualTo(1);
        });
        assertThat(session.as(school.official(), () -> incidents.tryAgain("ministryReport", "serviceTask_record")))
                .isEqualTo(1);
        jdbc.sql("update ministry_report set state = 'SENDING' where id = ?")
                .param(report)
                .update();
        jobs.run(report);
        assertThat(seen()).isEmpty();
    }

    @Test
    void twoThatStandAtOneStepAreOneLineAndTheLongestSaysSinceWhen() {
        runtime.startProcessInstanceByKey(SUMMER, year);
        String next = school.province().id() + ":" + (ReleasedRecords.YEAR + 1);
        runtime.startProcessInstanceByKey(SUMMER, next);
        fail(year);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            fail(next);
        }

        assertThat(seen()).singleElement().satisfies(incident -> {
            assertThat(incident.waiting()).isEqualTo(2);
            assertThat(incident.exhausted()).isEqualTo(1);
            assertThat(incident.logNumber()).isEqualTo(job(year).getId());
        });
        assertThat(tryAgain()).isEqualTo(2);
    }

    @Test
    void onlyTheSoOfTheProvinceSeesAndRepairsIt() {
        exhausted();
        CurrentUser stranger = world.school().official();

        assertThat(session.as(stranger, incidents::ofProvince)).isEmpty();
        assertThat(session.as(stranger, incidents::waiting)).isZero();
        assertThatThrownBy(() -> session.as(stranger, () -> incidents.tryAgain(SUMMER, OPEN)))
                .isInstanceOf(Refused.class);
        CurrentUser supervisor = world.official(world.intermediate(school.province()), Role.SUPERVISOR);
        CurrentUser misplaced = world.official(world.intermediate(school.province()), Role.PROVINCE);
        for (CurrentUser user :
                List.of(school.homeroom(), school.principal(), school.clerk(), school.admin(), supervisor, misplaced)) {
            assertThatThrownBy(() -> session.as(user, incidents::ofProvince)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> session.as(user, () -> incidents.tryAgain(SUMMER, OPEN)))
                    .isInstanceOf(Refused.class);
            assertThat(session.as(user, incidents::waiting)).isZero();
        }
        assertThat(job(year).getRetries()).isZero();
    }

    @Test
    void ofEveryModelItIsKnownWhereItsProcessesBelong() throws Exception {
        for (BpmnModelInstance model : ModelFiles.all().values()) {
            for (Process process : model.getModelElementsByType(Process.class)) {
                assertThat(places.placesOf(process.getId())).as(process.getId()).isNotNull();
            }
        }
    }

    private void exhausted() {
        runtime.startProcessInstanceByKey(SUMMER, year);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            fail(year);
        }
    }

    private void repair() {
        jdbc.sql(
                        "insert into cut_off (id, province_id, school_year, wave, state, effective_on, total, frozen, started_at)"
                                + " values (?, ?, ?, 'FIRST', 'DONE', date '2027-06-30', 0, 0, localtimestamp)")
                .params(Ids.next(), school.province().id(), ReleasedRecords.YEAR)
                .update();
    }

    private void fail(String businessKey) {
        assertThatThrownBy(() -> jobs.step(businessKey)).isInstanceOf(RuntimeException.class);
    }

    private int tryAgain() {
        return session.as(school.official(), () -> incidents.tryAgain(SUMMER, OPEN));
    }

    private List<Incident> seen() {
        return session.as(school.official(), incidents::ofProvince);
    }

    private Job job(String businessKey) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private static Instant engineNow() {
        return new EngineClock().now();
    }
}
