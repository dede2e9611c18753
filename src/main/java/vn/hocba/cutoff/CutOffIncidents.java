package vn.hocba.cutoff;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.identity.Right;
import vn.hocba.registry.OwnProvince;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.Attempt;
import vn.hocba.workflow.CutOffProcesses;

/** What the Sở sees of a cut-off that does not go on, and how it lets it try again. */
@Service
public class CutOffIncidents {

    private final OwnProvince own;
    private final CutOffProcesses processes;
    private final AuditLog audit;

    CutOffIncidents(OwnProvince own, CutOffProcesses processes, AuditLog audit) {
        this.own = own;
        this.processes = processes;
        this.audit = audit;
    }

    /**
     * A step that failed.
     *
     * @param step as the diagram of the process calls it
     * @param exhausted it is not tried again by itself
     * @param next attempt; null: at once, or never
     * @param logNumber under which the server's log says why, for technicians
     */
    public record Incident(Wave wave, String step, boolean exhausted, Instant next, String logNumber) {}

    /**
     * What has failed in a year and is not repaired yet; empty while all goes well.
     *
     * @throws Refused unless the current user is of a Sở
     */
    @Transactional(readOnly = true)
    public Optional<Incident> of(int schoolYear) {
        return processes.failed(key(own.get(Right.SEE_CUT_OFFS), schoolYear)).map(CutOffIncidents::incident);
    }

    /**
     * Lets it try again at once.
     *
     * @throws Refused when nothing has failed, or the current user is not of a Sở
     */
    @Transactional
    public void tryAgain(int schoolYear) {
        Unit province = own.get(Right.FREEZE_AGAIN);
        String key = key(province, schoolYear);
        Attempt failed = processes.failed(key).orElseThrow(() -> Refused.notNow("cutoff.nothing-failed"));
        processes.tryAgain(key);
        audit.append(province.id(), "cut-off.tried-again", failed.activity() + " " + schoolYear);
    }

    private static String key(Unit province, int schoolYear) {
        return new CutOffKey(province.id(), schoolYear).toString();
    }

    private static Incident incident(Attempt failed) {
        // Every step of the model ends with the name of its wave.
        Wave wave = Wave.valueOf(failed.activity().substring(failed.activity().lastIndexOf('_') + 1));
        return new Incident(wave, failed.stepName(), failed.exhausted(), failed.next(), failed.logNumber());
    }
}
