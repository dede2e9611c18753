package vn.hocba.workflow;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that send packages to the province. The business key is the package's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SubmissionProcesses {

    private static final String PROCESS = "submission";

    private final RuntimeService runtime;
    private final ManagementService management;

    SubmissionProcesses(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Starts sending, as soon as the caller's transaction has ended. */
    public void start(String packageId) {
        runtime.startProcessInstanceByKey(PROCESS, packageId);
    }

    /**
     * Tries at once again, without waiting for the next attempt; after the last attempt has failed this is the only way on.
     *
     * @return whether something was waiting to be tried
     */
    public boolean tryAgain(String packageId) {
        List<Job> jobs = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(packageId)
                .list()
                .stream()
                .flatMap(process -> management.createJobQuery().processInstanceId(process.getId()).list().stream())
                .toList();
        for (Job job : jobs) {
            management.setJobRetries(job.getId(), 1);
            management.setJobDuedate(job.getId(), null);
        }
        return !jobs.isEmpty();
    }
}
