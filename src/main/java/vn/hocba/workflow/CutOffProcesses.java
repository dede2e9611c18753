package vn.hocba.workflow;

import java.util.Date;
import java.util.List;
import java.util.Optional;
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
    private final Attempts attempts;

    CutOffProcesses(RuntimeService runtime, HistoryService history, ManagementService management, Attempts attempts) {
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.attempts = attempts;
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

    /** The step that has failed and is to be tried again; empty while all goes well. */
    public Optional<Attempt> failed(String key) {
        return attempts.of(PROCESS, List.of(key)).values().stream()
                .filter(Attempt::failed)
                .findFirst();
    }

    /**
     * Tries at once what has failed, or runs on by itself; a timer still waits for its cut-off.
     *
     * @return whether something was waiting to be tried
     */
    public boolean tryAgain(String key) {
        return attempts.tryAgain(PROCESS, key);
    }
}
