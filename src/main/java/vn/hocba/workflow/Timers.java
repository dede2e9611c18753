package vn.hocba.workflow;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Moves timers at which processes wait. */
@Component
class Timers {

    private final RuntimeService runtime;
    private final ManagementService management;

    Timers(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    /** Sets a timer to another instant, where the process waits for it; elsewhere nothing happens. */
    void move(String process, String key, String timerEvent, Date instant) {
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .list()) {
            for (Job timer : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(timerEvent)
                    .timers()
                    .list()) {
                if (timer.getDuedate() == null || timer.getDuedate().getTime() != instant.getTime()) {
                    management.setJobDuedate(timer.getId(), instant);
                }
            }
        }
    }
}
