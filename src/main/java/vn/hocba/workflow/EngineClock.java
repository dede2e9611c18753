package vn.hocba.workflow;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's own idea of the time, by which its timers are due. */
@Component
public class EngineClock {

    /** Lets the engine's time run this much ahead of the system's. */
    public void runAhead(Duration shift) {
        ClockUtil.offset(shift.toMillis());
    }

    /** What its jobs are due by. */
    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
