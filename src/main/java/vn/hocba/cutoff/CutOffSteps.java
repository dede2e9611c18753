package vn.hocba.cutoff;

import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.CutOffProcesses;
import vn.hocba.workflow.OwnTransaction;

/**
 * What the model {@code processes/cut-off.bpmn} calls, in the engine's own transaction. The engine runs each chunk as a job of its own, so that after a crash
 * it goes on with the chunk that was not done.
 */
@Component("cutOff")
@Transactional(propagation = Propagation.MANDATORY)
class CutOffSteps {

    /** Records per transaction: so many are locked at once, and so many does a crash undo (docs/decisions/0009). */
    static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CutOffSteps.class);

    private final CutOffs cutOffs;
    private final Calendar calendar;
    private final SchoolDirectory directory;
    private final Freeze freeze;
    private final CutOffProcesses processes;
    private final FreezeRecords together;
    private final FreezeOneByOne oneByOne;
    private final OwnTransaction ownTransaction;
    private final SetAside setAside;
    private final LeftOut leftOut;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    CutOffSteps(
            CutOffs cutOffs,
            Calendar calendar,
            SchoolDirectory directory,
            Freeze freeze,
            CutOffProcesses processes,
            FreezeRecords together,
            FreezeOneByOne oneByOne,
            OwnTransaction ownTransaction,
            SetAside setAside,
            LeftOut leftOut,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.cutOffs = cutOffs;
        this.calendar = calendar;
        this.directory = directory;
        this.freeze = freeze;
        this.processes = processes;
        this.together = together;
        this.oneByOne = oneByOne;
        this.ownTransaction = ownTransaction;
        this.setAside = setAside;
        this.leftOut = leftOut;
        this.audit = audit;
        this.events = events;
    }

    /** When a wave is cut off, for its timer. */
    public Date at(String key, String waveName) {
        return Date.from(dates(CutOffKey.parse(key)).cutOff(Wave.valueOf(waveName)));
    }

    /**
     * Freezes the next chunk: in the job's own transaction, and where that has failed before, record by record. After it each record of the chunk is frozen, put
     * back for the next chunk or set aside, so that there is an end.
     *
     * @return whether there may be more
     */
    public boolean freezeNext(String key, String waveName) {
        CutOffKey year = CutOffKey.parse(key);
        Wave wave = Wave.valueOf(waveName);
        String province = directory.unit(year.provinceId()).code();
        boolean careful = processes.failed(key).isPresent();
        Begun begun = cutOffs.find(year, wave)
                .orElseGet(() ->
                        careful ? ownTransaction.call(() -> begin(year, wave, province)) : begin(year, wave, province));
        List<String> next =
                begun.state() == CutOffs.State.DONE ? List.of() : freeze.next(province, year.schoolYear(), wave, CHUNK);
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

    /** Lists who was left out, and ends the wave. */
    public void end(String key, String waveName) {
        CutOffKey year = CutOffKey.parse(key);
        Wave wave = Wave.valueOf(waveName);
        Begun begun = cutOffs.find(year, wave).orElseThrow();
        if (begun.state() == CutOffs.State.DONE) {
            return;
        }
        List<CutOffs.Missed> missed = leftOut.of(year, wave);
        cutOffs.miss(begun.id(), missed);
        cutOffs.end(begun.id());
        audit.append(
                year.provinceId(),
                "cut-off.done",
                wave + " " + year.schoolYear() + ": " + begun.frozen() + " / " + missed.size());
        events.publishEvent(new CutOffEnded(year.provinceId(), year.schoolYear(), wave, begun.effectiveOn()));
        LOG.info("Cut-off {} of {}: {} frozen, {} left out", wave, key, begun.frozen(), missed.size());
    }

    private Begun begin(CutOffKey year, Wave wave, String province) {
        setAside.beginAnew(year, province);
        Begun begun = cutOffs.begin(
                year,
                wave,
                dates(year).limit(wave.cutOff()).lastDay().plusDays(1),
                freeze.waiting(province, year.schoolYear(), wave));
        audit.append(year.provinceId(), "cut-off.begun", wave + " " + year.schoolYear() + ": " + begun.total());
        return begun;
    }

    private YearDates dates(CutOffKey key) {
        return calendar.of(key.provinceId(), key.schoolYear());
    }
}
