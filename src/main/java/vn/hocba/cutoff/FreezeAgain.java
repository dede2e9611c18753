package vn.hocba.cutoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.ExtraWindow;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.identity.Right;
import vn.hocba.registry.Freeze;
import vn.hocba.registry.OwnProvince;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;

/** What the Sở sees of the records that a wave could not freeze, and how it lets one be tried again. */
@Service
public class FreezeAgain {

    /** So many are shown at once. */
    private static final int SHOWN = 100;

    private final OwnProvince own;
    private final CutOffs cutOffs;
    private final SetAside setAside;
    private final FreezeOneByOne oneByOne;
    private final Freeze freeze;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    FreezeAgain(
            OwnProvince own,
            CutOffs cutOffs,
            SetAside setAside,
            FreezeOneByOne oneByOne,
            Freeze freeze,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.own = own;
        this.cutOffs = cutOffs;
        this.setAside = setAside;
        this.oneByOne = oneByOne;
        this.freeze = freeze;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A record that was set aside.
     *
     * @param pupilName null where the pupil is not in this database
     * @param cause why, and what to do, in words
     */
    public record Line(
            String recordId,
            String schoolName,
            String className,
            String pupilName,
            String pupilCode,
            String cause,
            Instant since) {}

    /**
     * Those of a wave.
     *
     * @param total how many there are
     * @param lines the first of them, by school and class
     * @param mayTry whether one can be tried again now; otherwise the next wave does it by itself
     */
    public record Lines(int total, List<Line> lines, boolean mayTry) {}

    /**
     * The records that a wave has set aside and that are not frozen yet.
     *
     * @throws Refused unless the current user is of a Sở
     */
    @Transactional(readOnly = true)
    public Lines of(int schoolYear, Wave wave) {
        return lines(cutOffs.find(new CutOffKey(own.get(Right.SEE_CUT_OFFS).id(), schoolYear), wave), wave);
    }

    /**
     * The same of an extra window.
     *
     * @throws Refused unless the current user is of the Sở whose window it is
     */
    @Transactional(readOnly = true)
    public Lines of(ExtraWindow window) {
        return lines(begun(window), window.wave());
    }

    private Lines lines(Optional<Begun> cutOff, Wave wave) {
        return cutOff.map(begun -> new Lines(
                        setAside.count(begun),
                        setAside.of(begun, SHOWN).stream()
                                .map(FreezeAgain::line)
                                .toList(),
                        mayTry(begun, wave)))
                .orElseGet(() -> new Lines(0, List.of(), false));
    }

    /**
     * Tries to freeze one of them now. It takes effect on the day of its wave.
     *
     * @return whether it is frozen; otherwise it still waits, perhaps for another cause
     * @throws Refused when it waits no longer, when the next wave will freeze it, or the current user is not of its Sở
     */
    public boolean tryAgain(int schoolYear, Wave wave, String recordId) {
        return freeze(
                transaction.execute(status -> begin(
                        cutOffs.find(new CutOffKey(own.get(Right.FREEZE_AGAIN).id(), schoolYear), wave),
                        wave,
                        schoolYear,
                        recordId)),
                recordId);
    }

    /**
     * The same of an extra window.
     *
     * @return whether it is frozen
     * @throws Refused as above
     */
    public boolean tryAgain(ExtraWindow window, String recordId) {
        return freeze(
                transaction.execute(status -> begin(begun(window), window.wave(), window.schoolYear(), recordId)),
                recordId);
    }

    private Optional<Begun> begun(ExtraWindow window) {
        return own.get(Right.SEE_CUT_OFFS).id().equals(window.provinceId())
                ? cutOffs.ofWindow(window.id())
                : Optional.empty();
    }

    private boolean freeze(Begun begun, String recordId) {
        oneByOne.freeze(begun, List.of(recordId));
        if (!isFrozen(recordId)) {
            // What the school had begun meanwhile is put back first, and frozen after that.
            oneByOne.freeze(begun, List.of(recordId));
        }
        boolean frozen = isFrozen(recordId);
        if (frozen) {
            transaction.executeWithoutResult(status -> {
                setAside.remove(begun, recordId);
                cutOffs.foundAgain(begun.id(), recordId);
            });
        }
        return frozen;
    }

    private Begun begin(Optional<Begun> known, Wave wave, int schoolYear, String recordId) {
        String province = own.get(Right.FREEZE_AGAIN).id();
        Begun begun = known.filter(cutOff -> setAside.waits(cutOff, recordId))
                .orElseThrow(() -> Refused.notNow("cutoff.not-set-aside"));
        if (!mayTry(begun, wave)) {
            throw Refused.notNow("cutoff.set-aside.next-wave");
        }
        audit.append(province, "cut-off.record-tried-again", wave + " " + schoolYear + ": " + recordId);
        return begun;
    }

    private boolean isFrozen(String recordId) {
        return Boolean.TRUE.equals(transaction.execute(status -> freeze.isClosed(recordId)));
    }

    /** The report of the first wave is on its way once the wave is over; the second wave freezes and reports what is left. */
    private static boolean mayTry(Begun cutOff, Wave wave) {
        return wave == Wave.SECOND || cutOff.state() == CutOffs.State.RUNNING;
    }

    private static Line line(SetAside.Waiting waiting) {
        return new Line(
                waiting.recordId(),
                waiting.schoolName(),
                waiting.className(),
                waiting.pupilName(),
                waiting.pupilCode(),
                Texts.vi("cutoff.set-aside." + waiting.cause(), waiting.error() == null ? "" : waiting.error()),
                waiting.since());
    }
}
