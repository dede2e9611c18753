package vn.hocba.cutoff;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.workflow.CutOffProcesses;
import vn.hocba.workflow.OwnTransaction;

/** Freezes what is left of a wave, chunk by chunk; with the first one the wave begins. */
@Component
class FreezeNext {

    /** Records per transaction: so many are locked at once, and so many does a crash undo (docs/decisions/0009). */
    static final int CHUNK = 100;

    private final CutOffs cutOffs;
    private final BeginWave beginning;
    private final SchoolDirectory directory;
    private final Freeze freeze;
    private final CutOffProcesses processes;
    private final FreezeRecords together;
    private final FreezeOneByOne oneByOne;
    private final OwnTransaction ownTransaction;

    FreezeNext(
            CutOffs cutOffs,
            BeginWave beginning,
            SchoolDirectory directory,
            Freeze freeze,
            CutOffProcesses processes,
            FreezeRecords together,
            FreezeOneByOne oneByOne,
            OwnTransaction ownTransaction) {
        this.cutOffs = cutOffs;
        this.beginning = beginning;
        this.directory = directory;
        this.freeze = freeze;
        this.processes = processes;
        this.together = together;
        this.oneByOne = oneByOne;
        this.ownTransaction = ownTransaction;
    }

    /** @return whether there may be more */
    boolean of(CutOffKey year, Wave wave) {
        String province = directory.unit(year.provinceId()).code();
        boolean careful = processes.failed(year.toString()).isPresent();
        Begun begun = cutOffs.find(year, wave)
                .orElseGet(() -> careful
                        ? ownTransaction.call(() -> beginning.of(year, wave, province))
                        : beginning.of(year, wave, province));
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
}
