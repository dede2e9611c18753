package vn.hocba.cutoff;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.ExtraWindows;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.workflow.ExtraWindowProcesses;
import vn.hocba.workflow.OwnTransaction;

/** What the model {@code processes/extra-window.bpmn} calls, in the engine's own transaction: as a wave does, chunk by chunk. */
@Component("extraWindow")
@Transactional(propagation = Propagation.MANDATORY)
class ExtraWindowSteps {

    private final ExtraWindows windows;
    private final CutOffs cutOffs;
    private final FreezeWindow freezing;
    private final Freeze freeze;
    private final ExtraWindowProcesses processes;
    private final FreezeRecords together;
    private final FreezeOneByOne oneByOne;
    private final OwnTransaction ownTransaction;

    ExtraWindowSteps(
            ExtraWindows windows,
            CutOffs cutOffs,
            FreezeWindow freezing,
            Freeze freeze,
            ExtraWindowProcesses processes,
            FreezeRecords together,
            FreezeOneByOne oneByOne,
            OwnTransaction ownTransaction) {
        this.windows = windows;
        this.cutOffs = cutOffs;
        this.freezing = freezing;
        this.freeze = freeze;
        this.processes = processes;
        this.together = together;
        this.oneByOne = oneByOne;
        this.ownTransaction = ownTransaction;
    }

    /** When a window is over, for its timer. */
    public Date endsAt(String windowId) {
        return Date.from(window(windowId).ends());
    }

    /**
     * Freezes the next chunk of what the window took.
     *
     * @return whether there may be more
     */
    public boolean freezeNext(String windowId) {
        ExtraWindow window = window(windowId);
        if (window.neverOpened()) {
            return false;
        }
        boolean careful = processes.failed(windowId).isPresent();
        Begun begun = cutOffs.ofWindow(windowId)
                .orElseGet(() -> careful ? ownTransaction.call(() -> freezing.begin(window)) : freezing.begin(window));
        List<String> next = begun.state() == CutOffs.State.DONE ? List.of() : freeze.nextOf(windowId, FreezeNext.CHUNK);
        if (next.isEmpty()) {
            return false;
        }
        if (careful) {
            oneByOne.freeze(begun, next);
        } else {
            together.freeze(begun, next);
        }
        return true;
    }

    /** Lists who was left out, and ends the window; one that was closed before it opened has nothing to end. */
    public void end(String windowId) {
        Optional<Begun> begun = cutOffs.ofWindow(windowId);
        begun.ifPresent(one -> freezing.end(window(windowId), one));
    }

    private ExtraWindow window(String windowId) {
        return windows.find(windowId).orElseThrow();
    }
}
