package vn.hocba.cutoff;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.YearDates;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.RecordProcesses;

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
    private final YearRecords records;
    private final RecordProcesses processes;
    private final LeftOut leftOut;
    private final AuditLog audit;
    private final ObjectProvider<BeforeFreeze> underWay;
    private final ApplicationEventPublisher events;

    CutOffSteps(
            CutOffs cutOffs,
            Calendar calendar,
            SchoolDirectory directory,
            Freeze freeze,
            YearRecords records,
            RecordProcesses processes,
            LeftOut leftOut,
            AuditLog audit,
            ObjectProvider<BeforeFreeze> underWay,
            ApplicationEventPublisher events) {
        this.cutOffs = cutOffs;
        this.calendar = calendar;
        this.directory = directory;
        this.freeze = freeze;
        this.records = records;
        this.processes = processes;
        this.leftOut = leftOut;
        this.audit = audit;
        this.underWay = underWay;
        this.events = events;
    }

    /** When a wave is cut off, for its timer. */
    public Date at(String key, String waveName) {
        return Date.from(dates(CutOffKey.parse(key)).cutOff(Wave.valueOf(waveName)));
    }

    /**
     * Freezes the next chunk.
     *
     * @return whether there may be more
     */
    public boolean freezeNext(String key, String waveName) {
        CutOffKey year = CutOffKey.parse(key);
        Wave wave = Wave.valueOf(waveName);
        String province = directory.unit(year.provinceId()).code();
        Begun begun = cutOffs.find(year, wave).orElseGet(() -> begin(year, wave, province));
        List<String> next = freeze.next(province, year.schoolYear(), wave, CHUNK);
        if (next.isEmpty()) {
            return false;
        }
        List<YearRecord> locked = records.lockAll(next);
        Map<String, Integer> accepted = freeze.acceptedVersions(next);
        List<YearRecord> present = locked.stream()
                .filter(record -> accepted.containsKey(record.id()))
                .toList();
        Set<String> moved = underWay.stream()
                .flatMap(process -> process.beforeFreeze(present, accepted).stream())
                .collect(Collectors.toSet());
        List<YearRecord> quiet =
                present.stream().filter(record -> !moved.contains(record.id())).toList();
        if (!quiet.isEmpty()) {
            List<String> ids = quiet.stream().map(YearRecord::id).toList();
            cutOffs.count(begun.id(), freeze.freeze(ids, begun.effectiveOn()));
            // A school that has not seen its receipt yet is told later, by LateSchools.
            processes.freeze(quiet);
        }
        return true;
    }

    /** Lists who was left out, and ends the wave. */
    public void end(String key, String waveName) {
        CutOffKey year = CutOffKey.parse(key);
        Wave wave = Wave.valueOf(waveName);
        Begun begun = cutOffs.find(year, wave).orElseThrow();
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
