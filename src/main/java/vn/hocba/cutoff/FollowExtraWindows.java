package vn.hocba.cutoff;

import java.time.Clock;
import java.util.Date;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindowDecided;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.workflow.ExtraWindowProcesses;

/** Sees to it that a process waits for the end of every extra window, and that its timer follows what the Sở decides. */
@Component
class FollowExtraWindows {

    private final ExtraWindows windows;
    private final ExtraWindowProcesses processes;
    private final Clock clock;

    FollowExtraWindows(ExtraWindows windows, ExtraWindowProcesses processes, Clock clock) {
        this.windows = windows;
        this.processes = processes;
        this.clock = clock;
    }

    /** In the transaction of the decision. */
    @EventListener
    @Transactional
    public void decided(ExtraWindowDecided decision) {
        if (decision.opened()) {
            processes.start(decision.window().id());
        } else {
            follow(decision.window());
        }
    }

    /** Lets each timer have the instant that was decided, as those of the cut-offs. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    @Transactional
    public void follow() {
        windows.running(clock.instant()).forEach(this::follow);
    }

    private void follow(ExtraWindow window) {
        processes.moveEnd(window.id(), Date.from(window.ends()));
    }
}
