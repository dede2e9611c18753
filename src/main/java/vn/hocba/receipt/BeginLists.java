package vn.hocba.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.cutoff.CutOffEnded;
import vn.hocba.cutoff.EndedWaves;
import vn.hocba.cutoff.EndedWaves.FrozenWave;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.ConfirmedLists.OfWave;
import vn.hocba.registry.HashLists;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.school.ProvinceLock;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.workflow.ReceiptProcesses;

/** Begins the list of a wave together with the end of its cut-off; those of waves that were over before, of what was frozen after all, and of the days of the intake. */
@Component
class BeginLists {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final ConfirmedLists lists;
    private final HashLists hashing;
    private final EndedWaves ended;
    private final ProvinceLock others;
    private final SchoolDirectory directory;
    private final ReceiptProcesses processes;
    private final AuditLog audit;
    private final Clock clock;

    BeginLists(
            ConfirmedLists lists,
            HashLists hashing,
            EndedWaves ended,
            ProvinceLock others,
            SchoolDirectory directory,
            ReceiptProcesses processes,
            AuditLog audit,
            Clock clock) {
        this.lists = lists;
        this.hashing = hashing;
        this.ended = ended;
        this.others = others;
        this.directory = directory;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that ends the cut-off. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(CutOffEnded wave) {
        ended.frozen().stream().filter(frozen -> frozen.wave().equals(wave)).forEach(this::begin);
    }

    /** For waves that were over before there were receipts, and for what the Sở has frozen one by one after a wave. */
    @Scheduled(initialDelay = 45_000, fixedDelay = 600_000)
    @Transactional
    public void beginMissed() {
        for (FrozenWave frozen : ended.frozen()) {
            if (isMissing(frozen)) {
                // Two nodes look at the same time: the second waits, and then sees the list of the first.
                others.lockProvince(frozen.wave().provinceUnitId());
                begin(frozen);
            }
        }
    }

    /** For what was answered until yesterday; while one waits for its signature, the days add up for the next. */
    @Scheduled(initialDelay = 50_000, fixedDelay = 600_000)
    @Transactional
    public void beginIntake() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (Unit province : directory.provinces()) {
            if (isOpen(province) || hashing.intakeSince(province.id(), today).isEmpty()) {
                continue;
            }
            others.lockProvince(province.id());
            if (!isOpen(province)) {
                hashing.intakeSince(province.id(), today)
                        .ifPresent(
                                from -> started(province.id(), lists.begin(province.id(), from, today.minusDays(1))));
            }
        }
    }

    private boolean isOpen(Unit province) {
        return lists.ofIntake(province.id(), 1).stream()
                .map(latest -> latest.state())
                .anyMatch(List.of(ReceiptListState.HASHING, ReceiptListState.WAITING)::contains);
    }

    private void begin(FrozenWave frozen) {
        if (isMissing(frozen)) {
            String province = frozen.wave().provinceUnitId();
            started(province, lists.begin(province, wave(frozen), frozen.versions()));
        }
    }

    private void started(String province, String listId) {
        audit.append(
                province, "receipts.begun", lists.find(listId).orElseThrow().name());
        processes.start(listId);
    }

    private boolean isMissing(FrozenWave frozen) {
        return frozen.versions() > lists.counted(frozen.wave().provinceUnitId(), wave(frozen));
    }

    private static OfWave wave(FrozenWave frozen) {
        CutOffEnded wave = frozen.wave();
        return new OfWave(wave.schoolYear(), wave.wave(), wave.isOfWindow() ? wave.windowId() : "", wave.effectiveOn());
    }
}
