package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Delegation;
import vn.hocba.identity.Role;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.RoleGrants.Grant;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles.Decision;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.VietnameseText;

/** Which roles people of a school have, had, and would have by their titles: what «Vai trò» shows. */
@Service
public class RoleProposals {

    private final RoleKeepers keepers;
    private final SchoolDirectory directory;
    private final RoleGrants grants;
    private final GrantRoles give;
    private final Session session;
    private final Clock clock;

    RoleProposals(
            RoleKeepers keepers,
            SchoolDirectory directory,
            RoleGrants grants,
            GrantRoles give,
            Session session,
            Clock clock) {
        this.keepers = keepers;
        this.directory = directory;
        this.grants = grants;
        this.give = give;
        this.session = session;
        this.clock = clock;
    }

    /**
     * A role that a title proposes and nobody has confirmed.
     *
     * @param capacity of a principal; null for the other roles
     */
    public record Proposal(String staffId, String name, String title, Role role, Capacity capacity) {}

    /** A role that was given. */
    public record Given(Grant grant, String name, String title) {}

    /** Somebody who can be given a role. */
    public record Person(String staffId, String name, String title) {}

    /**
     * The whole.
     *
     * @param people who work at the school but for the user, by given name
     * @param classes of the latest school year, by name: what a delegation can be limited to, with their grades
     */
    public record Roles(
            List<Proposal> proposals,
            List<Given> current,
            List<Given> past,
            List<Person> people,
            Map<String, Integer> classes) {}

    /** Whether the current user, who has one of the roles for it, gives roles: a deputy does not. */
    public boolean concerns() {
        return session.find().filter(user -> !keepers.isOnlyDeputy(user)).isPresent();
    }

    /** @throws vn.hocba.shared.Refused when the user may not give roles at this school */
    @Transactional(readOnly = true)
    public Roles of(String schoolId) {
        CurrentUser user = keepers.demand(directory.unit(schoolId));
        List<StaffInfo> staff = directory.staffOf(schoolId);
        Map<String, StaffInfo> byId = staff.stream().collect(Collectors.toMap(StaffInfo::id, Function.identity()));
        return new Roles(
                proposals(schoolId, staff),
                grants.current(schoolId).stream()
                        .map(grant -> given(grant, byId))
                        .sorted(Comparator.comparing(
                                        (Given given) -> given.grant().role())
                                .thenComparing(
                                        given -> given.grant().capacity(),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Given::name, VietnameseText.byGivenName()))
                        .toList(),
                grants.past(schoolId).stream().map(grant -> given(grant, byId)).toList(),
                staff.stream()
                        .filter(person -> person.working() && !person.id().equals(user.staffId()))
                        .map(person -> new Person(person.id(), person.fullName(), person.title()))
                        .sorted(Comparator.comparing(Person::name, VietnameseText.byGivenName()))
                        .toList(),
                classes(schoolId));
    }

    private Map<String, Integer> classes(String schoolId) {
        Map<String, Integer> classes = new TreeMap<>(VietnameseText::compare);
        directory.schoolYears(schoolId).stream().max(Comparator.naturalOrder()).ifPresent(year -> directory
                .classes(schoolId, year)
                .forEach(info -> classes.put(info.name(), info.grade())));
        return classes;
    }

    private static Given given(Grant grant, Map<String, StaffInfo> staff) {
        StaffInfo person = staff.get(grant.staffId());
        return new Given(grant, person.fullName(), person.title());
    }

    /** Titles at a Sở propose nothing: its people are entered one by one. */
    private List<Proposal> proposals(String schoolId, List<StaffInfo> staff) {
        if (directory.unit(schoolId).kind() != UnitKind.SCHOOL) {
            return List.of();
        }
        Map<String, Set<Role>> known = grants.current(schoolId).stream()
                .collect(Collectors.groupingBy(Grant::staffId, Collectors.mapping(Grant::role, Collectors.toSet())));
        List<Proposal> proposals = new ArrayList<>();
        for (StaffInfo person : staff) {
            if (person.working()) {
                StaffRoles.proposed(person.title()).stream()
                        .filter(role ->
                                !known.getOrDefault(person.id(), Set.of()).contains(role))
                        .map(role -> new Proposal(
                                person.id(),
                                person.fullName(),
                                person.title(),
                                role,
                                role == Role.PRINCIPAL
                                        ? StaffRoles.capacity(person.title()).orElseThrow()
                                        : null))
                        .forEach(proposals::add);
            }
        }
        return proposals;
    }

    /**
     * Confirms everything that titles propose for others, from today on.
     *
     * @param decisionNo for heads and deputies
     * @return how many
     * @throws vn.hocba.shared.Refused when the user may not, or one of them does not fit; then nothing is given
     */
    @Transactional
    public int confirmAll(String schoolId, String decisionNo) {
        Unit school = directory.unit(schoolId);
        CurrentUser user = keepers.demand(school);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<Proposal> proposals = proposals(schoolId, directory.staffOf(schoolId)).stream()
                .filter(proposal -> !proposal.staffId().equals(user.staffId()))
                .toList();
        proposals.forEach(proposal -> give.give(
                schoolId,
                new Decision(
                        proposal.staffId(),
                        proposal.role(),
                        proposal.capacity(),
                        Delegation.WHOLE,
                        today,
                        null,
                        decisionNo)));
        return proposals.size();
    }
}
