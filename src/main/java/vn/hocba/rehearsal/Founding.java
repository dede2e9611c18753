package vn.hocba.rehearsal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.FirstAccounts;
import vn.hocba.school.ImportResult;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SandboxAuthority;

/** Founds what a played school needs: its units, its people from the workbooks, their accounts, certificates and PINs. */
@Component
public class Founding {

    /** MST given to a unit of the sandbox: not a real one, and of the right shape (10 digits). */
    private static final String TAX_CODE_PREFIX = "03";

    private final SchoolIdentification identification;
    private final Units units;
    private final SchoolDirectory directory;
    private final SchoolImport schoolImport;
    private final FirstAccounts firstAccounts;
    private final Accounts accounts;
    private final SandboxAuthority authority;
    private final Session session;

    Founding(
            SchoolIdentification identification,
            Units units,
            SchoolDirectory directory,
            SchoolImport schoolImport,
            FirstAccounts firstAccounts,
            Accounts accounts,
            SandboxAuthority authority,
            Session session) {
        this.identification = identification;
        this.units = units;
        this.directory = directory;
        this.schoolImport = schoolImport;
        this.firstAccounts = firstAccounts;
        this.accounts = accounts;
        this.authority = authority;
        this.session = session;
    }

    /** Where the unit above a school stands; its name is as documents write it. */
    public record Above(
            String provinceCode, String provinceName, String intermediateCode, String intermediateName, String place) {}

    /**
     * Reads what school the workbooks are of.
     *
     * @throws Refused when that is not clear, or its level is not supported yet
     */
    public SchoolIdentification.Identity identify(List<NamedFile> files) {
        SchoolIdentification.Identity identity = identification.read(files);
        SchoolImport.requireSupported(identity.level());
        return identity;
    }

    /** Lays down a school below its units. */
    public Unit layDown(SchoolIdentification.Identity identity, Above above) {
        units.putAsSystem(new Units.NewUnit(
                above.provinceCode(),
                UnitKind.PROVINCE,
                above.provinceName(),
                null,
                null,
                provinceTaxCode(above.provinceCode()),
                above.place()));
        units.putAsSystem(new Units.NewUnit(
                above.intermediateCode(),
                UnitKind.INTERMEDIATE,
                above.intermediateName(),
                above.provinceCode(),
                null,
                null,
                above.place()));
        return units.putAsSystem(new Units.NewUnit(
                identity.code(),
                UnitKind.SCHOOL,
                identity.name(),
                above.intermediateCode(),
                identity.level(),
                TAX_CODE_PREFIX + identity.code(),
                above.place()));
    }

    /** The account that imports the first workbooks, before the school's own people have theirs. */
    public CurrentUser firstAdmin(Unit school, String title) {
        return accounts.put(new Accounts.NewAccount(
                "admin." + school.code(),
                null,
                title,
                title,
                List.of(Role.SCHOOL_ADMIN),
                null,
                school.id(),
                school.path()));
    }

    /** Imports workbooks, all or nothing. */
    public ImportResult importFiles(CurrentUser admin, List<NamedFile> files) {
        return session.as(admin, () -> schoolImport.apply(admin.unitId(), files));
    }

    /** Gives everybody at the school an account, a certificate of the sandbox and the same PIN. */
    public List<CurrentUser> equip(CurrentUser admin, String password, String pin) {
        return session.as(admin, () -> {
            Unit school = directory.unit(admin.unitId());
            List<CurrentUser> people = firstAccounts.provide(school.id(), Texts.vi("rehearsal.decision"), password);
            for (CurrentUser person : people) {
                StaffInfo staff = directory.staff(person.staffId());
                if (staff.personalId() != null && (person.is(Role.TEACHER) || person.is(Role.PRINCIPAL))) {
                    authority.issuePersonal(
                            staff.id(), staff.fullName(), staff.personalId(), school.name(), pin.toCharArray());
                }
            }
            authority.issueSeal(school.id(), school.name(), school.taxCode(), pin.toCharArray());
            return people;
        });
    }

    /** Of the same shape as that of a school, and never the same: a school's code does not end in so many zeros. */
    private static String provinceTaxCode(String provinceCode) {
        return TAX_CODE_PREFIX + provinceCode.replaceAll("[^0-9]", "") + "000000";
    }
}
