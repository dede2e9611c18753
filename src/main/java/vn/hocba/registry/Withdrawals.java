package vn.hocba.registry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.registry.RegisteredCounts.Kind;
import vn.hocba.shared.Refused;

/** Takes versions out of effect. Nothing is deleted: the packet stays, and look-up says since when and by whom it has no effect (domain §10.2). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Withdrawals {

    private final RegisteredRecordRepository registered;
    private final RegisteredCounts counts;
    private final AuditLog audit;

    Withdrawals(RegisteredRecordRepository registered, RegisteredCounts counts, AuditLog audit) {
        this.registered = registered;
        this.counts = counts;
        this.audit = audit;
    }

    /**
     * On whose word a version is taken out of effect.
     *
     * @param on the day from which it has none
     * @param authority name of the school or the Sở
     * @param decisionNo number of the decision; null where a school takes its own version back
     */
    public record Ground(LocalDate on, String authority, String decisionNo, String reason) {}

    /** The state of the version that is in force of a year record; empty when there is none. */
    public Optional<RegisteredState> inForce(String yearRecordId) {
        return find(yearRecordId).map(version -> version.state);
    }

    /**
     * Takes the version in force out of effect: before the freeze it is withdrawn by its school, after it retracted by decision of the Sở.
     *
     * @throws Refused when none is in force, or it was frozen and no decision is given
     */
    public void takeBack(String yearRecordId, Ground ground) {
        RegisteredRecord version = find(yearRecordId).orElseThrow(() -> Refused.notNow("registry.not-in-force"));
        boolean frozen = version.state != RegisteredState.ACCEPTED;
        if (frozen && ground.decisionNo() == null) {
            throw Refused.notNow("registry.frozen-needs-decision");
        }
        Kind before = Kind.of(version);
        version.become(frozen ? RegisteredState.RETRACTED : RegisteredState.WITHDRAWN);
        version.withdrawnOn = ground.on();
        version.withdrawnBy = ground.authority();
        version.withdrawnReason = ground.reason();
        version.decisionNo = ground.decisionNo();
        registered.flush();
        counts.change(Map.of(before, -1));
        audit.append(
                yearRecordId,
                frozen ? "registry.retracted" : "registry.withdrawn",
                Optional.ofNullable(ground.decisionNo())
                        .map(number -> number + ": " + ground.reason())
                        .orElse(ground.reason()));
    }

    private Optional<RegisteredRecord> find(String yearRecordId) {
        return registered.findByYearRecordId(yearRecordId).stream()
                .filter(version -> version.state.isInForce())
                .findFirst();
    }
}
