package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.scale.RecordedStatements;
import vn.hocba.scale.RecordedStatements.Recorded;

/** What a chunk of the freeze asks the database for, and what the engine has written when it is done. */
@SpringBootTest
@ActiveProfiles("test")
@Import({AcceptedProvince.class, RecordedStatements.class})
class FreezeReadsTest {

    @Autowired
    AcceptedProvince provinces;

    @Autowired
    StartCutOffs start;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChunkReadsWithAsManyStatementsForManyRecordsAsForFew() {
        freezeFirstChunk(provinces.accepted(2));

        long few = reads(freezeFirstChunk(provinces.accepted(3)));
        long many = reads(freezeFirstChunk(provinces.accepted(40)));

        assertThat(many).isEqualTo(few);
    }

    @Test
    void theHistoryOfARecordSaysHowLongItTookAndWhenItGoes() {
        CutOffKey key = provinces.accepted(3);

        freezeFirstChunk(key);

        List<HistoricProcessInstance> ended = recordIds(key).stream()
                .map(id -> history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .singleResult())
                .toList();
        assertThat(ended).hasSize(3).allSatisfy(instance -> {
            assertThat(instance.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
            assertThat(instance.getDurationInMillis()).isNotNull();
            assertThat(instance.getRemovalTime()).isNotNull();
            assertThat(activities(instance))
                    .extracting(HistoricActivityInstance::getActivityId)
                    .contains("gateway_accepted", "catchEvent_freeze", "endEvent_frozen");
            assertThat(activities(instance)).allSatisfy(activity -> {
                assertThat(activity.getStartTime()).isBeforeOrEqualTo(activity.getEndTime());
                assertThat(activity.getDurationInMillis()).isNotNull();
                assertThat(activity.getRemovalTime()).isEqualTo(instance.getRemovalTime());
            });
        });
        assertThat(runtime.createExecutionQuery()
                        .processInstanceBusinessKey(ended.get(0).getBusinessKey())
                        .count())
                .isZero();
        assertThat(runtime.createEventSubscriptionQuery()
                        .processInstanceId(ended.get(0).getId())
                        .count())
                .isZero();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(ended.get(0).getId())
                        .count())
                .isZero();
    }

    private Map<String, Recorded> freezeFirstChunk(CutOffKey key) {
        start.start();
        String process = runtime.createProcessInstanceQuery()
                .processDefinitionKey("cutOff")
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
        management.executeJob(job(process).getId());
        Job chunk = job(process);
        Map<String, Recorded> sent = RecordedStatements.during(() -> management.executeJob(chunk.getId()));
        assertThat(recordIds(key)).allSatisfy(id -> assertThat(state(id)).isEqualTo("FROZEN"));
        return sent;
    }

    private static long reads(Map<String, Recorded> sent) {
        return sent.entrySet().stream()
                .filter(statement -> statement
                        .getKey()
                        .stripLeading()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("select"))
                .mapToLong(statement -> statement.getValue().times())
                .sum();
    }

    private Job job(String process) {
        return management.createJobQuery().processInstanceId(process).singleResult();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    private List<String> recordIds(CutOffKey key) {
        return jdbc.sql("select r.id from year_record r join org_unit u on u.id = r.school_id where u.parent_id = ?")
                .param(key.provinceId())
                .query(String.class)
                .list();
    }

    private String state(String recordId) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(recordId)
                .query(String.class)
                .single();
    }
}
