package vn.hocba.workflow;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Refused;

/** The processes of requests: corrections, retractions, transfers, supplements. The business key is the request's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestProcesses {

    private static final String DECISION = "decision";

    private final RuntimeService runtime;
    private final TaskService tasks;

    RequestProcesses(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts the process of a request, with the word that its first gateway may ask for. */
    public void start(String process, String requestId, String decision) {
        runtime.startProcessInstanceByKey(process, requestId, Map.of(DECISION, decision));
    }

    /**
     * Completes the task at which a request waits, with the word that the gateway after it asks for.
     *
     * @throws Refused when a step that follows at once refuses
     */
    public void decide(String taskId, String decision) {
        try {
            tasks.complete(taskId, Map.of(DECISION, decision));
        } catch (ProcessEngineException e) {
            // The engine wraps what a step throws; whoever decides has to read why.
            throw e.getCause() instanceof Refused refused ? refused : e;
        }
    }

    /**
     * Sends a message to a request's process.
     *
     * @return whether it was waiting for it
     */
    public boolean tell(String message, String requestId) {
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(requestId)
                .correlateAllWithResult()
                .isEmpty();
    }
}
