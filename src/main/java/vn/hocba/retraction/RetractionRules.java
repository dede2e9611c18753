package vn.hocba.retraction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.RegisteredState;
import vn.hocba.registry.Withdrawals;
import vn.hocba.request.Requests;
import vn.hocba.shared.Refused;

/** When a record may be taken out of effect, and by which school (domain §10.2). */
@Component
class RetractionRules {

    private final Requests requests;
    private final Withdrawals withdrawals;

    RetractionRules(Requests requests, Withdrawals withdrawals) {
        this.requests = requests;
        this.withdrawals = withdrawals;
    }

    /** Whether the person is of the office of the school whose record it is. */
    static boolean isOffice(CurrentUser who, YearRecord record) {
        return who.unitId().equals(record.schoolId()) && (who.is(Role.CLERK) || who.is(Role.PRINCIPAL));
    }

    /** Why nothing can be asked about a record now, and what to do; empty when it can. */
    Optional<Refused> obstacle(YearRecord record) {
        if (record.state().isInWork()) {
            return Optional.of(
                    Refused.notNow("retraction.in-work", record.state().term()));
        }
        Optional<RegisteredState> inForce = withdrawals.inForce(record.id());
        if (inForce.isEmpty()) {
            return Optional.of(Refused.notNow("retraction.already"));
        }
        if (record.state() != RecordState.FROZEN && inForce.get() != RegisteredState.ACCEPTED) {
            return Optional.of(Refused.notNow("retraction.just-frozen"));
        }
        return requests.anyOpen(record.id()).map(open -> Refused.notNow("retraction.other-open", open.term()));
    }
}
