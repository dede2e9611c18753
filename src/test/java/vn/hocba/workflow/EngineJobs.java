package vn.hocba.workflow;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs by hand what the engine's job executor does by itself, for tests where it is off. */
public class EngineJobs {

    private final RuntimeService runtime;
    private final ManagementService management;

    public EngineJobs(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Runs the jobs of the processes with this business key until there is none; the first that fails ends it. */
    public void run(String businessKey) {
        while (!of(businessKey).isEmpty()) {
            step(businessKey);
        }
    }

    /** Runs the jobs that are there now, not those that come of them. */
    public void step(String businessKey) {
        of(businessKey).forEach(job -> management.executeJob(job.getId()));
    }

    /** Lets a timer of a process run out. */
    public void fire(String businessKey, String element) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .singleResult()
                        .getId())
                .activityId(element)
                .singleResult()
                .getId());
    }

    /** How often the only job may still be tried. */
    public int triesLeft(String businessKey) {
        return of(businessKey).get(0).getRetries();
    }

    private List<Job> of(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(process -> management.createJobQuery().processInstanceId(process.getId()).list().stream())
                .toList();
    }
}
