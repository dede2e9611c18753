package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.ImportResult;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.StaffAccounts;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Refused;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** Plays the people of a school through the same use cases as their screens: each does what the own inbox holds. */
@Component
public class SchoolPlay {

    /** MST given to a unit of the sandbox: not a real one, and of the right shape (10 digits). */
    private static final String TAX_CODE_PREFIX = "03";

    private final SchoolIdentification identification;
    private final Units units;
    private final SchoolDirectory directory;
    private final SchoolImport schoolImport;
    private final StaffAccounts staffAccounts;
    private final Accounts accounts;
    private final SandboxAuthority authority;
    private final OpenSchoolYear openSchoolYear;
    private final FinishSubject finishSubject;
    private final ConfirmRewards confirmRewards;
    private final SignHomeroom signHomeroom;
    private final SignPrincipal signPrincipal;
    private final SealClass sealClass;
    private final SubmitClass submitClass;
    private final Inbox inbox;
    private final Batches batches;
    private final Session session;

    SchoolPlay(
            SchoolIdentification identification,
            Units units,
            SchoolDirectory directory,
            SchoolImport schoolImport,
            StaffAccounts staffAccounts,
            Accounts accounts,
            SandboxAuthority authority,
            OpenSchoolYear openSchoolYear,
            FinishSubject finishSubject,
            ConfirmRewards confirmRewards,
            SignHomeroom signHomeroom,
            SignPrincipal signPrincipal,
            SealClass sealClass,
            SubmitClass submitClass,
            Inbox inbox,
            Batches batches,
            Session session) {
        this.identification = identification;
        this.units = units;
        this.directory = directory;
        this.schoolImport = schoolImport;
        this.staffAccounts = staffAccounts;
        this.accounts = accounts;
        this.authority = authority;
        this.openSchoolYear = openSchoolYear;
        this.finishSubject = finishSubject;
        this.confirmRewards = confirmRewards;
        this.signHomeroom = signHomeroom;
        this.signPrincipal = signPrincipal;
        this.sealClass = sealClass;
        this.submitClass = submitClass;
        this.inbox = inbox;
        this.batches = batches;
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
            List<CurrentUser> people = staffAccounts.provision(school.id(), password);
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

    /** An officer of a Sở that was laid down. */
    public CurrentUser officer(String provinceCode, String title) {
        Unit province = directory.unitByCode(provinceCode).orElseThrow();
        return accounts.put(new Accounts.NewAccount(
                "officer." + provinceCode,
                null,
                title,
                title,
                List.of(Role.PROVINCE),
                null,
                province.id(),
                province.path()));
    }

    /** Gives the Sở of an officer its certificate of the sandbox. */
    public void equipProvince(CurrentUser officer, String pin) {
        session.run(officer, () -> {
            Unit province = directory.unit(officer.unitId());
            authority.issueSeal(province.id(), province.name(), province.taxCode(), pin.toCharArray());
        });
    }

    /** Of the same shape as that of a school, and never the same: a school's code does not end in so many zeros. */
    private static String provinceTaxCode(String provinceCode) {
        return TAX_CODE_PREFIX + provinceCode.replaceAll("[^0-9]", "") + "000000";
    }

    /** Opens the school year; the result tells who was left out and why. */
    public Batches.Progress openYear(CurrentUser admin, int schoolYear, Consumer<Batches.Progress> watcher) {
        return session.as(admin, () -> await(() -> openSchoolYear.start(admin.unitId(), schoolYear), watcher));
    }

    /**
     * Lets one person do all the own work at a step.
     *
     * @param classNames only these classes; empty for all
     * @return what could not be done, with the reason
     */
    public List<String> work(
            CurrentUser person, Step step, String pin, List<String> classNames, Consumer<Batches.Progress> watcher) {
        return session.as(person, () -> {
            List<String> problems = new ArrayList<>();
            for (Inbox.Group group : inbox.groups()) {
                if (group.step() == step && (classNames.isEmpty() || classNames.contains(group.className()))) {
                    problems.addAll(work(group, pin, watcher));
                }
            }
            return problems;
        });
    }

    private List<String> work(Inbox.Group group, String pin, Consumer<Batches.Progress> watcher) {
        String classId = group.classId();
        return switch (group.step()) {
            case COMMENTS ->
                finishSubject.finish(classId, group.part()).incomplete().stream()
                        .map(row -> group.className() + ", " + row.pupilName() + ": " + row.reason())
                        .toList();
            case HOMEROOM -> {
                confirmRewards.inClass(classId);
                yield problems(
                        await(() -> signHomeroom.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            }
            case PRINCIPAL ->
                problems(await(() -> signPrincipal.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            case SEAL ->
                problems(await(() -> sealClass.start(classId, List.of(), Entered.pin(pin.toCharArray())), watcher));
            case SUBMIT -> {
                submitClass.submit(classId, Entered.pin(pin.toCharArray()));
                yield List.of();
            }
        };
    }

    /**
     * Lets one person start a batch, and waits for its end.
     *
     * @return what could not be done, with the reason
     */
    List<String> batch(CurrentUser person, Supplier<String> start) {
        return session.as(person, () -> problems(await(start, progress -> {})));
    }

    private Batches.Progress await(Supplier<String> start, Consumer<Batches.Progress> watcher) {
        String batchId = start.get();
        while (true) {
            Batches.Progress progress = batches.progress(batchId);
            watcher.accept(progress);
            if (progress.state() != BatchState.RUNNING) {
                return progress;
            }
            Pause.briefly();
        }
    }

    private static List<String> problems(Batches.Progress progress) {
        List<String> problems = new ArrayList<>();
        progress.remarks()
                .forEach(remark ->
                        problems.add(remark.className() + ", " + remark.pupilName() + ": " + remark.reason()));
        if (progress.message() != null) {
            problems.add(progress.message());
        }
        return problems;
    }
}
