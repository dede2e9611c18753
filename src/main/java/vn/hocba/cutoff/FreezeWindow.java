package vn.hocba.cutoff;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.RegisteredState;
import vn.hocba.school.SchoolDirectory;

/** Begins and ends the freeze of what an extra window took. */
@Component
class FreezeWindow {

    private final CutOffs cutOffs;
    private final LeftOut leftOut;
    private final SchoolDirectory directory;
    private final Freeze freeze;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    FreezeWindow(
            CutOffs cutOffs,
            LeftOut leftOut,
            SchoolDirectory directory,
            Freeze freeze,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.cutOffs = cutOffs;
        this.leftOut = leftOut;
        this.directory = directory;
        this.freeze = freeze;
        this.audit = audit;
        this.events = events;
    }

    /** After the second wave a window freezes also what was accepted before and has no wave ahead. */
    Begun begin(ExtraWindow window) {
        CutOffKey year = year(window);
        boolean nothingAhead = cutOffs.find(year, Wave.SECOND)
                .filter(second -> second.state() == CutOffs.State.DONE)
                .isPresent();
        if (nothingAhead) {
            freeze.adopt(
                    window.id(),
                    directory.unit(window.provinceId()).code(),
                    window.schoolYear(),
                    window.schoolId() == null
                            ? null
                            : directory.unit(window.schoolId()).code());
        }
        Begun begun = cutOffs.begin(
                year,
                window.wave(),
                window.id(),
                window.effectiveOn(),
                freeze.countOf(window.id(), RegisteredState.ACCEPTED));
        audit.append(window.provinceId(), "cut-off.begun", name(window) + ": " + begun.total());
        return begun;
    }

    /** Lists who is still left out, and tells whoever follows; does nothing where it has ended before. */
    void end(ExtraWindow window, Begun begun) {
        if (begun.state() == CutOffs.State.DONE) {
            return;
        }
        List<CutOffs.Missed> missed = leftOut.of(year(window), window.wave(), window.schoolId());
        cutOffs.miss(begun.id(), missed);
        cutOffs.end(begun.id());
        audit.append(window.provinceId(), "cut-off.done", name(window) + ": " + begun.frozen() + " / " + missed.size());
        events.publishEvent(new CutOffEnded(
                window.provinceId(), window.schoolYear(), window.wave(), begun.effectiveOn(), window.id()));
    }

    private static CutOffKey year(ExtraWindow window) {
        return new CutOffKey(window.provinceId(), window.schoolYear());
    }

    private static String name(ExtraWindow window) {
        return window.wave() + " " + window.schoolYear() + ", " + window.opensOn() + " - " + window.lastDay();
    }
}
