package vn.hocba.workflow;

import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that wait for the cut-offs of a school year, one per Sở and year. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CutOffProcesses {

    private static final String PROCESS = "cutOff";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;

    CutOffProcesses(RuntimeService runtime, HistoryService history, ManagementService management) {
        this.runtime = runtime;
        this.history = history;
        this.management = management;
    }

    /** Starts waiting, unless this year's process has been started before. The caller holds a lock on the Sở. */
    public void start(String key) {
        long started = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key)
                .count();
        if (started == 0) {
            runtime.startProcessInstanceByKey(PROCESS, key);
        }
    }

    /** Starts opening the records that need supplementary assessment, as soon as the caller's transaction has ended. */
    public void startSupplementaryAssessment(String key) {
        runtime.startProcessInstanceByKey("supplementaryAssessment", key);
    }

    /** Sets a timer to another instant, where the process waits for it; elsewhere nothing happens. */
    public void moveTimer(String key, String timerEvent, Date instant) {
        for (ProcessInstance process : runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key)
                .list()) {
            for (Job timer : management
                    .createJobQuery()
                    .processInstanceId(process.getId())
                    .activityId(timerEvent)
                    .timers()
                    .list()) {
                management.setJobDuedate(timer.getId(), instant);
            }
        }
    }
}
