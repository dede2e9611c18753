package vn.hocba.workflow;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that bring reports to the ministry. The business key is the report's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MinistryReportProcesses {

    private static final String PROCESS = "ministryReport";
    private static final String SIGN = "userTask_sign";
    private static final String LATE = "boundaryEvent_late";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Attempts attempts;

    MinistryReportProcesses(
            RuntimeService runtime, TaskService tasks, ManagementService management, Attempts attempts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.attempts = attempts;
    }

    /** Starts waiting for the signature. */
    public void start(String reportId) {
        runtime.startProcessInstanceByKey(PROCESS, reportId);
    }

    /** Every part is signed: sending follows as soon as the caller's transaction has ended. */
    public void signed(String reportId) {
        tasks.complete(tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reportId)
                .taskDefinitionKey(SIGN)
                .singleResult()
                .getId());
    }

    /** Sets the instant at which the report is late, where that still lies ahead. */
    public void moveDue(String reportId, Date instant) {
        for (Job timer :
                jobs(reportId, management.createJobQuery().activityId(LATE).timers())) {
            management.setJobDuedate(timer.getId(), instant);
        }
    }

    /**
     * Tries at once again, without waiting for the next attempt: one of those that are left, or one more where none was.
     *
     * @return whether something was waiting to be tried
     */
    public boolean tryAgain(String reportId) {
        return attempts.tryAgain(PROCESS, reportId);
    }

    private List<Job> jobs(String reportId, JobQuery query) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(reportId)
                .list()
                .stream()
                .flatMap(process -> query.processInstanceId(process.getId()).list().stream())
                .toList();
    }
}
