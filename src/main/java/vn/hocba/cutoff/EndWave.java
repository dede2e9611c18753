package vn.hocba.cutoff;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.school.SchoolDirectory;

/** A wave ends: who was left out is listed, and whoever follows on it is told. */
@Component
class EndWave {

    private static final Logger LOG = LoggerFactory.getLogger(EndWave.class);

    private final CutOffs cutOffs;
    private final LeftOut leftOut;
    private final SchoolDirectory directory;
    private final Freeze freeze;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    EndWave(
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

    /** Does nothing where it has ended before. */
    void of(CutOffKey year, Wave wave) {
        Begun begun = cutOffs.find(year, wave).orElseThrow();
        if (begun.state() == CutOffs.State.DONE) {
            return;
        }
        List<CutOffs.Missed> missed = leftOut.of(year, wave);
        freeze.leaveToTheSecond(directory.unit(year.provinceId()).code(), year.schoolYear(), wave);
        cutOffs.miss(begun.id(), missed);
        cutOffs.end(begun.id());
        audit.append(
                year.provinceId(),
                "cut-off.done",
                wave + " " + year.schoolYear() + ": " + begun.frozen() + " / " + missed.size());
        events.publishEvent(
                new CutOffEnded(year.provinceId(), year.schoolYear(), wave, begun.effectiveOn(), begun.windowId()));
        LOG.info("Cut-off {} of {}: {} frozen, {} left out", wave, year, begun.frozen(), missed.size());
    }
}
