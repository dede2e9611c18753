package vn.hocba.correction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Session;
import vn.hocba.registry.Policy;
import vn.hocba.registry.ProvincePolicies;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;

/** Whether whoever asked for a correction may agree to it alone: not where the Sở wants two people. */
@Component
class ByTwo {

    private final ProvincePolicies policies;
    private final SchoolDirectory directory;
    private final Session session;

    ByTwo(ProvincePolicies policies, SchoolDirectory directory, Session session) {
        this.policies = policies;
        this.directory = directory;
        this.session = session;
    }

    /** Why the current user cannot agree to a request, and who can; empty where the Sở does not want two, or somebody else has asked. */
    Optional<Refused> obstacle(Request request) {
        boolean two = directory
                .provinceOf(request.schoolId())
                .filter(province -> policies.isOn(province.code(), Policy.CORRECTION_BY_TWO))
                .isPresent();
        return two && request.wasAskedBy(session.user())
                ? Optional.of(Refused.notAllowed("correction.own-request"))
                : Optional.empty();
    }
}
