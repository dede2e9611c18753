package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.workflow.RecordDiagram;

/** A row of ours says whether a year's cut-offs were begun; the engine's history is cleaned. */
@ReleasedRecordsTest
class CutOffYearTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    StartCutOffs start;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    Calendar calendar;

    @Autowired
    RecordPage pages;

    @Autowired
    Session session;

    @Autowired
    ProcessEngine engine;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private School school;
    private CutOffKey key;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        school = world.school();
        key = new CutOffKey(school.province().id(), YEAR);
    }

    @Test
    void aYearThatIsOverIsNotBegunAgainWhenItsHistoryIsGone() {
        start.start();
        life.cutOff(school, Wave.FIRST);
        life.cutOff(school, Wave.SECOND);
        history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .list()
                .forEach(past -> history.deleteHistoricProcessInstance(past.getId()));

        start.start();

        assertThat(process()).isNull();
        assertThat(cutOffs.find(key, Wave.SECOND)).isPresent();
    }

    @Test
    void aYearWhoseProcessWaitsWithoutARowGetsTheRowAndNoSecondProcess() {
        start.start();
        jdbc.sql("delete from cut_off_year where province_id = ?")
                .param(key.provinceId())
                .update();

        start.start();

        assertThat(cutOffs.isYearStarted(key)).isTrue();
        assertThat(process()).as("exactly one").isNotNull();
    }

    @Test
    void aTimerThatMissedADecisionFollowsTheCalendarAtTheNextLook() {
        start.start();
        management.setJobDuedate(timer().getId(), Date.from(Instant.parse("2027-06-29T10:00:00Z")));

        start.start();

        assertThat(timer().getDuedate().toInstant())
                .isEqualTo(calendar.of(key.provinceId(), YEAR).cutOff(Wave.FIRST));
    }

    @Test
    void thePageOfARecordWhoseHistoryIsGoneSaysThatItsProcessIsOver() {
        String record = life.accepted(school);
        start.start();
        life.cutOff(school, Wave.FIRST);
        forget(record);

        RecordDiagram.Place place =
                session.as(school.principal(), () -> pages.of(record)).place();

        assertThat(place.isForgotten()).isTrue();
        assertThat(place.model()).contains("yearRecord");
    }

    @Test
    void aRecordThatStillWaitsIsShownWhereItIsAndIsFrozenThoughItsHistoryIsGone() {
        String record = life.accepted(school);
        forget(record);

        RecordDiagram.Place place =
                session.as(school.principal(), () -> pages.of(record)).place();
        assertThat(place.current()).containsExactly("gateway_accepted");
        assertThat(place.isForgotten()).isFalse();
        start.start();
        life.cutOff(school, Wave.FIRST);

        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    @Test
    void historyIsCleanedAtNightByATimeThatIsKnownFromTheStart() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isHistoryCleanupEnabled()).isTrue();
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00+0700");
        assertThat(settings.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00+0700");
        String record = life.accepted(school);

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("yearRecord")
                        .processInstanceBusinessKey(record)
                        .singleResult()
                        .getRemovalTime())
                .as("of one that still runs")
                .isNotNull();
    }

    private void forget(String record) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("yearRecord")
                .processInstanceBusinessKey(record)
                .singleResult()
                .getId();
        for (String table : new String[] {"ACT_HI_ACTINST", "ACT_HI_TASKINST", "ACT_HI_PROCINST"}) {
            jdbc.sql("delete from " + table + " where PROC_INST_ID_ = ?")
                    .param(instance)
                    .update();
        }
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .singleResult();
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }
}
