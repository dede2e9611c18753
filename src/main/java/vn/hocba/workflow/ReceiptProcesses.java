package vn.hocba.workflow;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes by which the Sở confirms what it has frozen or taken in. The business key is the list's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReceiptProcesses {

    private static final String PROCESS = "receiptList";
    private static final String SIGN = "userTask_sign";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ReceiptProcesses(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Starts fixing and hashing, as soon as the caller's transaction has ended. */
    public void start(String listId) {
        runtime.startProcessInstanceByKey(PROCESS, listId);
    }

    /** The list is signed. */
    public void signed(String listId) {
        tasks.complete(tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(listId)
                .taskDefinitionKey(SIGN)
                .singleResult()
                .getId());
    }
}
