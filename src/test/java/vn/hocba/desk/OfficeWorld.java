package vn.hocba.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.FirstAccounts;
import vn.hocba.school.NamedFile;
import vn.hocba.school.OtherCodes;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/**
 * The small sample school, its year open, with people who act through the use cases themselves. Built once per test context; beside it, a test that leaves
 * classes half done has the same school below a Sở of its own ({@link #ownOf}).
 */
public class OfficeWorld {

    public static final int YEAR = 2026;
    public static final String PIN = "135790";

    private static final String CODE = "79774402";
    private static final int OTHER_CODES = 79_775_000;

    /** Which of the schools of the context: 0 for the one that tests share. */
    private final int number;

    private final Map<String, OfficeWorld> others;
    private final Units units;
    private final Accounts accounts;
    private final Session session;
    private final SchoolDirectory directory;
    private final SchoolImport schoolImport;
    private final FirstAccounts firstAccounts;
    private final SchoolCertificates certificates;
    private final OpenSchoolYear openYear;
    private final FinishSubject finishSubject;
    private final ConfirmRewards confirmRewards;
    private final SignHomeroom signHomeroom;
    private final SignPrincipal signPrincipal;
    private final SealClass sealClass;
    private final Batches batches;
    private final JdbcClient jdbc;
    private Unit school;
    private Unit supervising;
    private Unit province;

    @Autowired
    OfficeWorld(
            Units units,
            Accounts accounts,
            Session session,
            SchoolDirectory directory,
            SchoolImport schoolImport,
            FirstAccounts firstAccounts,
            SchoolCertificates certificates,
            OpenSchoolYear openYear,
            FinishSubject finishSubject,
            ConfirmRewards confirmRewards,
            SignHomeroom signHomeroom,
            SignPrincipal signPrincipal,
            SealClass sealClass,
            Batches batches,
            JdbcClient jdbc) {
        this.number = 0;
        this.others = new ConcurrentHashMap<>();
        this.units = units;
        this.accounts = accounts;
        this.session = session;
        this.directory = directory;
        this.schoolImport = schoolImport;
        this.firstAccounts = firstAccounts;
        this.certificates = certificates;
        this.openYear = openYear;
        this.finishSubject = finishSubject;
        this.confirmRewards = confirmRewards;
        this.signHomeroom = signHomeroom;
        this.signPrincipal = signPrincipal;
        this.sealClass = sealClass;
        this.batches = batches;
        this.jdbc = jdbc;
    }

    private OfficeWorld(OfficeWorld first, int number) {
        this.number = number;
        this.others = first.others;
        this.units = first.units;
        this.accounts = first.accounts;
        this.session = first.session;
        this.directory = first.directory;
        this.schoolImport = first.schoolImport;
        this.firstAccounts = first.firstAccounts;
        this.certificates = first.certificates;
        this.openYear = first.openYear;
        this.finishSubject = first.finishSubject;
        this.confirmRewards = first.confirmRewards;
        this.signHomeroom = first.signHomeroom;
        this.signPrincipal = first.signPrincipal;
        this.sealClass = first.sealClass;
        this.batches = first.batches;
        this.jdbc = first.jdbc;
    }

    /** The school of a test and of nobody else, below a Sở of its own; the same one whenever the test asks. Its people have their names, and their codes not. */
    public OfficeWorld ownOf(Class<?> test) {
        return others.computeIfAbsent(test.getName(), name -> new OfficeWorld(this, others.size() + 1));
    }

    /** Imports the school and opens its year, the first time it is asked. */
    public synchronized Unit school() {
        if (school == null) {
            school = unit(
                    schoolCode(),
                    UnitKind.SCHOOL,
                    "Trường Tiểu học Rạng Đông",
                    supervising().code(),
                    SchoolLevel.PRIMARY);
            session.run(admin(), () -> {
                schoolImport.apply(school.id(), workbooks());
                firstAccounts.provide(school.id(), "01/QĐ-THRĐ", "hocba");
            });
            await(openYear());
        }
        return school;
    }

    private String openYear() {
        return session.as(admin(), () -> openYear.start(school.id(), YEAR));
    }

    /** The Sở, also where nothing else is there yet. */
    public synchronized Unit province() {
        if (province == null) {
            province = unit(own("SO-OFFICE"), UnitKind.PROVINCE, "Sở GDĐT Lâm Viên", null, null);
        }
        return province;
    }

    public synchronized Unit supervising() {
        if (supervising == null) {
            supervising = unit(
                    own("PX-OFFICE"),
                    UnitKind.INTERMEDIATE,
                    "Phòng VH–XH xã Rạng Đông",
                    province().code(),
                    null);
        }
        return supervising;
    }

    public ClassInfo classNamed(String name) {
        return directory.classes(school().id(), YEAR).stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<String> records(String className) {
        return jdbc.sql("select id from year_record where class_id = ? order by ordinal")
                .param(classNamed(className).id())
                .query(String.class)
                .list();
    }

    public String state(String recordId) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(recordId)
                .query(String.class)
                .single();
    }

    /** Somebody with just this role at the school; teachers lead class 1A. */
    public CurrentUser someone(Role role) {
        return switch (role) {
            case TEACHER -> homeroom("1A");
            case SUPERVISOR -> person("px.office", "Đỗ Hồng Sơn", "Chuyên viên", supervising(), role);
            case PROVINCE -> person("so.office", "Phạm Thanh Bình", "Chuyên viên", province(), role);
            case PROVINCE_OFFICER -> person("so.officer", "Hà Thị Lan", "Chuyên viên", province(), role);
            case PROVINCE_LEADER -> person("so.leader", "Đỗ Minh Tâm", "Phó giám đốc", province(), role);
            case PROVINCE_CLERK -> person("so.clerk", "Lê Quang Hưng", "Văn thư", province(), role);
            case SCHOOL_ADMIN -> admin();
            case PRINCIPAL, CLERK -> staffWith(role);
        };
    }

    /** Somebody with this role at a school where there is nothing. */
    public CurrentUser stranger(Role role) {
        school();
        Unit elsewhere = unit(
                own("OTHER-OFFICE"),
                UnitKind.SCHOOL,
                "Trường Tiểu học Xa",
                province().code(),
                SchoolLevel.PRIMARY);
        return person("xa." + role, "Người Lạ", "Thử", elsewhere, role);
    }

    public CurrentUser homeroom(String className) {
        return accounts.ofStaff(classNamed(className).homeroomStaffId()).orElseThrow();
    }

    /** Takes a class from the comments to the principal. */
    public void toPrincipal(String className) {
        ClassInfo info = classNamed(className);
        directory
                .assignments(info.id())
                .forEach(assignment -> session.run(
                        accounts.ofStaff(assignment.staffId()).orElseThrow(),
                        () -> finishSubject.finish(info.id(), assignment.subjectCode())));
        certify(info.homeroomStaffId());
        session.run(homeroom(className), () -> confirmRewards.inClass(info.id()));
        await(session.as(homeroom(className), () -> signHomeroom.start(info.id(), List.of(), pin())));
    }

    /** And on to the clerk. */
    public void toClerk(String className) {
        toPrincipal(className);
        CurrentUser principal = someone(Role.PRINCIPAL);
        certify(principal.staffId());
        await(session.as(
                principal, () -> signPrincipal.start(classNamed(className).id(), List.of(), pin())));
    }

    /** And on to where it can be submitted. */
    public void toSubmission(String className) {
        toClerk(className);
        certify(school().id());
        await(session.as(
                someone(Role.CLERK), () -> sealClass.start(classNamed(className).id(), List.of(), pin())));
    }

    public void certify(String ownerId) {
        session.run(admin(), () -> certificates.issue(ownerId, PIN.toCharArray()));
    }

    public static Entered pin() {
        return Entered.pin(PIN.toCharArray());
    }

    /** Waits for the end of the batch; how it went. */
    public Batches.Progress await(String batchId) {
        String accountId = jdbc.sql("select account_id from batch where id = ?")
                .param(batchId)
                .query(String.class)
                .single();
        CurrentUser owner = accounts.byId(accountId).orElseThrow();
        return Awaitility.await()
                .until(
                        () -> session.as(owner, () -> batches.progress(batchId)),
                        progress -> progress.state() != BatchState.RUNNING);
    }

    private CurrentUser admin() {
        return person("qt.office", "Vừ A Páo", "Quản trị", school, Role.SCHOOL_ADMIN);
    }

    private CurrentUser staffWith(Role role) {
        Unit at = school();
        return accounts.all().stream()
                .filter(user -> user.unitId().equals(at.id()) && user.is(role))
                .findFirst()
                .orElseThrow();
    }

    private CurrentUser person(String username, String name, String title, Unit unit, Role role) {
        String ownName = own(username);
        return accounts.byUsername(ownName)
                .orElseGet(() -> accounts.put(
                        new NewAccount(ownName, "hocba", name, title, roles(role), null, unit.id(), unit.path())));
    }

    /** At the Sở one person does everything, the others have a role of their own. */
    private static Set<Role> roles(Role role) {
        if (role == Role.PROVINCE) {
            return ReleasedRecords.OF_PROVINCE;
        }
        return role.isOfProvince() ? Set.of(Role.PROVINCE, role) : Set.of(role);
    }

    private Unit unit(String code, UnitKind kind, String name, String parent, SchoolLevel level) {
        return units.putAsSystem(new Units.NewUnit(
                code,
                kind,
                name,
                parent,
                level,
                kind == UnitKind.INTERMEDIATE ? null : "03" + Math.abs(code.hashCode()),
                "Lâm Viên"));
    }

    private String own(String name) {
        return number == 0 ? name : name + "." + number;
    }

    private String schoolCode() {
        return number == 0 ? CODE : Integer.toString(OTHER_CODES + number);
    }

    private List<NamedFile> workbooks() {
        try {
            List<NamedFile> files = new ArrayList<>();
            for (Resource resource : Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:demo/tieu-hoc-rang-dong/*.xlsx"))
                    .toList()) {
                NamedFile file = new NamedFile(resource.getFilename(), resource.getContentAsByteArray());
                files.add(number == 0 ? file : OtherCodes.in(file, CODE, schoolCode()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
