package vn.hocba.retraction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.registry.RegisteredState;
import vn.hocba.registry.TwoPeople;
import vn.hocba.registry.TwoPeople.Act;
import vn.hocba.registry.Withdrawals;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

/** When a record may be taken out of effect, and by which school (domain §10.2). */
@Component
class RetractionRules {

    private final Requests requests;
    private final Withdrawals withdrawals;
    private final ProvincePolicies policies;
    private final TwoPeople twoPeople;
    private final SchoolDirectory directory;
    private final Session session;

    RetractionRules(
            Requests requests,
            Withdrawals withdrawals,
            ProvincePolicies policies,
            TwoPeople twoPeople,
            SchoolDirectory directory,
            Session session) {
        this.requests = requests;
        this.withdrawals = withdrawals;
        this.policies = policies;
        this.twoPeople = twoPeople;
        this.directory = directory;
        this.session = session;
    }

    /** Whether the person is of the office of the school whose record it is. */
    static boolean isOffice(CurrentUser who, YearRecord record) {
        return Right.ASK_RETRACTION.isOf(who, record.schoolId());
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

    /** Why the current user cannot decide about a request, and who can; empty where the Sở does not want two, or somebody else has asked. */
    Optional<Refused> alone(Request request) {
        boolean two = directory
                .provinceOf(request.schoolId())
                .filter(province -> policies.isOn(province.code(), Policy.RETRACTION_BY_TWO))
                .isPresent();
        return two && request.wasAskedBy(session.user())
                ? Optional.of(Refused.notAllowed("retraction.own-request"))
                : Optional.empty();
    }

    /** Why the current user cannot decide for the Sở on a request, and who can; empty where somebody else has prepared it, a school has asked, or the Sở does not want two. */
    Optional<Refused> prepared(Request request) {
        return request.askedBy().equals(session.user().username())
                        && twoPeople.areDemanded(Act.RETRACTION_DECISION, request.schoolYear(), request.schoolId())
                ? Optional.of(Refused.notAllowed("retraction.own-proposal"))
                : Optional.empty();
    }
}
