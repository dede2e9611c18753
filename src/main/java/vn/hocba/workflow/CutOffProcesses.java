package vn.hocba.workflow;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that wait for the cut-offs of a school year, one per Sở and year. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CutOffProcesses {

    private static final String PROCESS = "cutOff";
    private static final String SUMMER = "supplementaryAssessment";

    private final RuntimeService runtime;
    private final Timers timers;
    private final Attempts attempts;

    CutOffProcesses(RuntimeService runtime, Timers timers, Attempts attempts) {
        this.runtime = runtime;
        this.timers = timers;
        this.attempts = attempts;
    }

    /** Starts waiting, unless it waits already; whether the year is over, the caller knows. The caller holds a lock on the Sở. */
    public void start(String key) {
        if (instances(key).isEmpty()) {
            runtime.startProcessInstanceByKey(PROCESS, key);
        }
    }

    /** Starts opening the records that need supplementary assessment, as soon as the caller's transaction has ended. */
    public void startSupplementaryAssessment(String key) {
        runtime.startProcessInstanceByKey(SUMMER, key);
    }

    /** Sets a timer to another instant, where the process waits for it; elsewhere nothing happens. */
    public void moveTimer(String key, String timerEvent, Date instant) {
        timers.move(PROCESS, key, timerEvent, instant);
    }

    /** The step that has failed and is to be tried again; empty while all goes well. */
    public Optional<Attempt> failed(String key) {
        return attempts.of(PROCESS, List.of(key)).values().stream()
                .filter(Attempt::failed)
                .findFirst();
    }

    /** Whether the last attempt to open records for supplementary assessment has failed. */
    public boolean hasSummerFailed(String key) {
        return attempts.of(SUMMER, List.of(key)).values().stream().anyMatch(Attempt::failed);
    }

    /**
     * Tries at once what has failed, or runs on by itself; a timer still waits for its cut-off.
     *
     * @return whether something was waiting to be tried
     */
    public boolean tryAgain(String key) {
        return attempts.tryAgain(PROCESS, key);
    }

    private List<ProcessInstance> instances(String key) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key)
                .list();
    }
}
