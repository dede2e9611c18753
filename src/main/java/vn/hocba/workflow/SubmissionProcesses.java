package vn.hocba.workflow;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that send packages to the province. The business key is the package's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SubmissionProcesses {

    private static final String PROCESS = "submission";

    private final RuntimeService runtime;
    private final Attempts attempts;

    SubmissionProcesses(RuntimeService runtime, Attempts attempts) {
        this.runtime = runtime;
        this.attempts = attempts;
    }

    /** Starts sending, as soon as the caller's transaction has ended. */
    public void start(String packageId) {
        runtime.startProcessInstanceByKey(PROCESS, packageId);
    }

    /** The next attempts at sending these packages or bringing their receipts, by package; of one that is through there is none. */
    public Map<String, Attempt> attempts(Collection<String> packageIds) {
        return attempts.of(PROCESS, packageIds);
    }

    /**
     * Tries at once again, without waiting for the next attempt; after the last attempt has failed this is the only way on.
     *
     * @return whether something was waiting to be tried
     */
    public boolean tryAgain(String packageId) {
        return attempts.tryAgain(PROCESS, packageId);
    }
}
