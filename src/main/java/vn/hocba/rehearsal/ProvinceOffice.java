package vn.hocba.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.ProvincePeople;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SandboxAuthority;

/** Fills the office of a Sở that was laid down: an officer, a deputy director who signs, a clerk with the certificate of the Sở. */
@Component
public class ProvinceOffice {

    private final SchoolDirectory directory;
    private final Accounts accounts;
    private final ProvincePeople people;
    private final GrantRoles roles;
    private final SandboxAuthority authority;
    private final Session session;
    private final Clock clock;

    ProvinceOffice(
            SchoolDirectory directory,
            Accounts accounts,
            ProvincePeople people,
            GrantRoles roles,
            SandboxAuthority authority,
            Session session,
            Clock clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.people = people;
        this.roles = roles;
        this.authority = authority;
        this.session = session;
        this.clock = clock;
    }

    /** Who works there. */
    public record Office(CurrentUser officer, CurrentUser leader, CurrentUser clerk) {}

    /**
     * Who is to work there.
     *
     * @param username to sign in with
     * @param personalId CCCD; empty for who signs nothing personally
     */
    public record Wanted(String username, String name, String title, String personalId) {}

    /**
     * Gives each an account and a role, and issues the certificates.
     *
     * @param password of all of them; null for none
     * @param pin of the leader's certificate and of that of the Sở
     */
    public Office fill(String provinceCode, Wanted officer, Wanted leader, Wanted clerk, String password, String pin) {
        Unit province = directory.unitByCode(provinceCode).orElseThrow();
        CurrentUser first = accounts.put(new Accounts.NewAccount(
                "first." + provinceCode,
                null,
                officer.title(),
                officer.title(),
                List.of(Role.PROVINCE, Role.PROVINCE_OFFICER),
                null,
                province.id(),
                province.path()));
        Office office = session.as(
                first,
                () -> new Office(
                        person(province, officer, Role.PROVINCE_OFFICER, null, password),
                        person(province, leader, Role.PROVINCE_LEADER, Capacity.DEPUTY, password),
                        person(province, clerk, Role.PROVINCE_CLERK, null, password)));
        accounts.close(first.accountId());
        session.run(
                office.leader(),
                () -> authority.issuePersonal(
                        office.leader().staffId(),
                        leader.name(),
                        leader.personalId(),
                        province.name(),
                        pin.toCharArray()));
        session.run(
                office.clerk(),
                () -> authority.issueSeal(province.id(), province.name(), province.taxCode(), pin.toCharArray()));
        return office;
    }

    private CurrentUser person(Unit province, Wanted wanted, Role role, Capacity capacity, String password) {
        String staffId = people.add(
                province.id(), new ProvincePeople.Person(wanted.name(), wanted.title(), wanted.personalId(), ""));
        accounts.put(new Accounts.NewAccount(
                wanted.username(),
                password,
                wanted.name(),
                wanted.title(),
                List.of(Role.PROVINCE),
                new StaffId(staffId),
                province.id(),
                province.path()));
        roles.give(
                province.id(),
                new GrantRoles.Decision(
                        staffId,
                        role,
                        capacity,
                        null,
                        LocalDate.ofInstant(clock.instant(), clock.getZone()),
                        null,
                        Texts.vi("rehearsal.decision")));
        return accounts.ofStaff(staffId).orElseThrow();
    }
}
