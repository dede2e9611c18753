package vn.hocba.transfer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;
import vn.hocba.document.ActingFor;
import vn.hocba.document.HandOver;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Power;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.school.Duties;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.HandOverVerification.Expected;

/** Who may sign what a school here hands over: whoever had the office at the moment of signing (decision 39), a deputy where requests were given to decide. */
@Component
class HandOverSigners {

    private final SchoolDirectory directory;
    private final Duties duties;
    private final RoleGrants grants;

    HandOverSigners(SchoolDirectory directory, Duties duties, RoleGrants grants) {
        this.directory = directory;
        this.duties = duties;
        this.grants = grants;
    }

    /**
     * Those of a hand-over of a school.
     *
     * @param said what the hand-over says: of which class the pupil was
     */
    Expected of(String schoolId, HandOver said) {
        Map<String, String> personalIds = directory.staffOf(schoolId).stream()
                .filter(person -> person.personalId() != null)
                .collect(Collectors.toMap(StaffInfo::id, StaffInfo::personalId));
        List<Duties.History> leading = said.unfinished() == null
                ? List.of()
                : directory.classes(schoolId, said.unfinished().schoolYear()).stream()
                        .filter(info -> info.name().equals(said.unfinished().className()))
                        .map(duties::history)
                        .toList();
        List<Grant> heads = grants.principals(schoolId);
        return new Expected(
                signedAt -> leading.stream()
                        .flatMap(history -> known(history.at(Part.CLASS, moment(signedAt)), personalIds).stream())
                        .collect(Collectors.toSet()),
                signedAt -> known(
                        heads.stream()
                                .filter(grant -> grant.countedAt(moment(signedAt)) && grant.has(Power.DECIDE_REQUESTS))
                                .map(Grant::staffId)
                                .toList(),
                        personalIds),
                directory.unit(schoolId).taxCode());
    }

    /** As what somebody signs for a school at a time. */
    ActingFor actingFor(String schoolId, CurrentUser who, Instant signedAt) {
        Grant grant = grants.actingAt(new UnitId(schoolId), new StaffId(who.staffId()), signedAt)
                .orElseThrow(() -> Refused.notAllowed("transfer.results.no-office"));
        return new ActingFor(
                who.displayName(), grant.capacity(), grant.capacity().title(), grant.decisionNo());
    }

    /** A signature that does not say when it was made: nobody had an office then. */
    private static Instant moment(Instant signedAt) {
        return signedAt == null ? Instant.MIN : signedAt;
    }

    private static Set<String> known(Collection<String> staff, Map<String, String> personalIds) {
        return staff.stream().map(personalIds::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
