package vn.hocba.workflow;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The processes that wait for the end of extra windows. The business key is the window's id. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ExtraWindowProcesses {

    private static final String PROCESS = "extraWindow";

    private final RuntimeService runtime;
    private final Timers timers;
    private final Attempts attempts;

    ExtraWindowProcesses(RuntimeService runtime, Timers timers, Attempts attempts) {
        this.runtime = runtime;
        this.timers = timers;
        this.attempts = attempts;
    }

    /** Starts waiting for the end. */
    public void start(String windowId) {
        runtime.startProcessInstanceByKey(PROCESS, windowId);
    }

    /** Sets the end to another instant, where it is still waited for. */
    public void moveEnd(String windowId, Date instant) {
        timers.move(PROCESS, windowId, "timer_end", instant);
    }

    /** The step that has failed and is to be tried again; empty while all goes well. */
    public Optional<Attempt> failed(String windowId) {
        return attempts.of(PROCESS, List.of(windowId)).values().stream()
                .filter(Attempt::failed)
                .findFirst();
    }
}
