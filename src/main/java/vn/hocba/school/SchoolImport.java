package vn.hocba.school;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Role;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Counts;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/**
 * Takes in the sector database's workbooks: lists of staff and pupils, assignments, marks per class. The files of an upload are seen together, so that one
 * upload of a school's whole folder works in any order; each works alone too, against what is stored.
 */
@Service
public class SchoolImport {

    private static final Set<SchoolLevel> SUPPORTED = Set.of(SchoolLevel.PRIMARY);
    private static final int MAX_FILES = 200;

    private final Access access;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final StaffRepository staff;
    private final SchoolClassRepository classes;
    private final KnownPupils pupils;
    private final EnrolmentRepository enrolments;
    private final StaffRows staffRows;
    private final PupilRows pupilRows;
    private final AssignmentRows assignmentRows;
    private final MarkRows markRows;
    private final StaffAccounts accounts;
    private final SchoolSizes sizes;
    private final AuditLog audit;

    SchoolImport(
            Access access,
            SchoolDirectory directory,
            OrgUnitRepository units,
            StaffRepository staff,
            SchoolClassRepository classes,
            KnownPupils pupils,
            EnrolmentRepository enrolments,
            StaffRows staffRows,
            PupilRows pupilRows,
            AssignmentRows assignmentRows,
            MarkRows markRows,
            StaffAccounts accounts,
            SchoolSizes sizes,
            AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.staff = staff;
        this.classes = classes;
        this.pupils = pupils;
        this.enrolments = enrolments;
        this.staffRows = staffRows;
        this.pupilRows = pupilRows;
        this.assignmentRows = assignmentRows;
        this.markRows = markRows;
        this.accounts = accounts;
        this.sizes = sizes;
        this.audit = audit;
    }

    /** @throws Refused when records of this level cannot be kept yet */
    public static void requireSupported(SchoolLevel level) {
        if (!SUPPORTED.contains(level)) {
            throw Refused.invalid("school.level-unsupported", Texts.vi("school.level." + level));
        }
    }

    /**
     * Says what {@link #apply} would do now with the files that can be taken; writes nothing but, where the files name pupils who are known already, a line
     * of the log.
     *
     * @throws Refused when the user is not the admin of this school, or its level is not supported
     */
    @Transactional
    public ImportPreview preview(String schoolId, List<NamedFile> files) {
        access.at(schoolId, Role.SCHOOL_ADMIN);
        ImportPlan plan = plan(schoolId, files);
        ImportPreview report = plan.report();
        if (plan.comparedPupils() + plan.strangePupils() > 0) {
            audit.append(
                    schoolId,
                    "school.import-previewed",
                    "%s; files %d, pupils compared %d, of other schools %d"
                            .formatted(report.schoolYear(), files.size(), plan.comparedPupils(), plan.strangePupils()));
        }
        return report;
    }

    /**
     * Writes what the files bring, all or nothing, but for rows with errors, which are left out whole and reported. Who asks has seen a preview of these very
     * files: one that cannot be taken is not passed over, it is left out beforehand.
     *
     * @throws Refused when the user is not the admin of this school, its level is not supported, a file cannot be taken as a whole, or somebody else
     *     changed the same rows meanwhile
     */
    @Transactional
    public ImportResult apply(String schoolId, List<NamedFile> files) {
        access.at(schoolId, Role.SCHOOL_ADMIN);
        // Two uploads to the same school would otherwise both create what neither of them sees.
        units.lock(schoolId);
        ImportPlan plan = plan(schoolId, files);
        ImportPreview report = plan.report();
        demandAllTaken(report);
        try {
            plan.carryOut();
            staff.flush();
            accounts.closeThoseOfLeavers(schoolId);
            accounts.reopenThoseOf(schoolId, plan.returningStaffIds());
        } catch (DataIntegrityViolationException e) {
            throw Refused.notNow("school.import.conflict");
        }
        sizes.changed(schoolId, report.schoolYear().start());
        Counts total = report.total();
        audit.append(
                schoolId,
                "school.imported",
                "%s; files %d, created %d, changed %d, unchanged %d, left out %d; pupils of other schools %d"
                        .formatted(
                                report.schoolYear(),
                                files.size(),
                                total.created(),
                                total.changed(),
                                total.unchanged(),
                                total.leftOut(),
                                plan.strangePupils()));
        return new ImportResult(report.schoolYear(), report.files(), total, report.problems());
    }

    private static void demandAllTaken(ImportPreview report) {
        report.files().stream()
                .filter(file -> file.refusal() != null)
                .findFirst()
                .ifPresent(file -> {
                    throw Refused.invalid(
                            "school.import.file-refused",
                            file.name(),
                            file.refusal().text(Texts.VIETNAMESE));
                });
        if (report.files().isEmpty()) {
            throw Refused.invalid("school.import.nothing");
        }
    }

    private ImportPlan plan(String schoolId, List<NamedFile> files) {
        Unit unit = directory.unit(schoolId);
        requireSupported(unit.level());
        if (files.size() > MAX_FILES) {
            throw Refused.invalid("school.import.too-many-files", MAX_FILES);
        }
        ImportPlan plan = new ImportPlan();
        List<UploadedFile> read = read(unit, distinct(files, plan), plan);
        Set<SchoolYear> years = new TreeSet<>();
        read.forEach(file -> years.add(file.schoolYear()));
        if (years.size() > 1) {
            read.forEach(file -> plan.refuse(
                    file.name(),
                    Reason.of(
                            "school.file.mixed-years",
                            String.join(
                                    ", ",
                                    years.stream().map(SchoolYear::toString).toList()))));
        } else if (!read.isEmpty()) {
            SchoolYear year = years.iterator().next();
            plan.schoolYear(year);
            if (followsStoredYears(unit, year, read, plan)) {
                planRows(unit, year, read, plan);
            }
        }
        return plan;
    }

    private static List<NamedFile> distinct(List<NamedFile> files, ImportPlan plan) {
        List<NamedFile> distinct = new ArrayList<>();
        for (NamedFile file : files) {
            if (file.isBeside()) {
                plan.sheetProblem(Severity.WARNING, file.name(), null, Reason.of("school.file.beside"));
            } else if (file.content().length > 0
                    && distinct.stream().anyMatch(other -> Arrays.equals(other.content(), file.content()))) {
                plan.sheetProblem(Severity.WARNING, file.name(), null, Reason.of("school.file.twice"));
            } else if (distinct.stream().anyMatch(other -> other.name().equals(file.name()))) {
                distinct.add(new NamedFile(file.name() + " (" + (distinct.size() + 1) + ")", file.content()));
            } else {
                distinct.add(file);
            }
        }
        return distinct;
    }

    private static List<UploadedFile> read(Unit unit, List<NamedFile> files, ImportPlan plan) {
        List<UploadedFile> read = new ArrayList<>();
        for (NamedFile file : files) {
            plan.file(file.name(), null);
            try {
                UploadedFile uploaded = UploadedFile.read(file);
                plan.file(file.name(), uploaded.kind());
                Reason reason = whyNot(unit, uploaded);
                if (reason == null) {
                    read.add(uploaded);
                    noteOddities(uploaded, plan);
                } else {
                    plan.refuse(file.name(), reason);
                }
            } catch (Refused e) {
                plan.refuse(file.name(), new Reason(e.key(), e.args()));
            }
        }
        return read;
    }

    private static Reason whyNot(Unit unit, UploadedFile file) {
        if (!file.schoolCode().equals(unit.code())) {
            return Reason.of("school.file.other-school", file.schoolCode(), unit.name(), unit.code());
        }
        List<SchoolLevel> levels = file.grades().stream()
                .map(UploadedFile::levelOf)
                .flatMap(Optional::stream)
                .toList();
        boolean secondary = file.tables().stream().anyMatch(table -> table.kind() == SheetKind.SECONDARY);
        if (secondary || !levels.isEmpty() && !levels.contains(unit.level())) {
            SchoolLevel level = levels.isEmpty() ? SchoolLevel.LOWER_SECONDARY : levels.get(0);
            return Reason.of("school.level-unsupported", Texts.vi("school.level." + level));
        }
        return null;
    }

    private static void noteOddities(UploadedFile file, ImportPlan plan) {
        for (String sheet : file.unknownSheets()) {
            plan.sheetProblem(Severity.WARNING, file.name(), sheet, Reason.of("school.file.unknown-sheet"));
        }
        for (SheetTable table : file.tables()) {
            for (Integer row : table.oddRows()) {
                plan.sheetProblem(
                        Severity.WARNING, file.name(), table.sheet(), Reason.of("school.file.odd-row", row.toString()));
            }
            if (table.rows().isEmpty()) {
                plan.sheetProblem(Severity.WARNING, file.name(), table.sheet(), Reason.of("school.file.no-rows"));
            }
        }
    }

    /** Older lists would put back what has been corrected since; lists of a far year are a slip of the pen. */
    private boolean followsStoredYears(Unit unit, SchoolYear year, List<UploadedFile> read, ImportPlan plan) {
        Integer latest = classes.latestYear(unit.id());
        if (latest == null || year.start() == latest || year.start() == latest + 1) {
            return true;
        }
        read.forEach(file -> plan.refuse(
                file.name(), Reason.of("school.file.other-year", year.toString(), new SchoolYear(latest).toString())));
        return false;
    }

    private void planRows(Unit unit, SchoolYear year, List<UploadedFile> read, ImportPlan plan) {
        KnownSchool school = known(unit, year);
        staffRows.plan(school, places(read, Kind.STAFF), plan);
        planAccounts(school, plan);
        pupilRows.plan(school, places(read, Kind.PUPILS), plan);
        assignmentRows.plan(school, places(read, Kind.ASSIGNMENTS), plan);
        markRows.plan(
                school, read.stream().filter(file -> file.kind() == Kind.MARKS).toList(), plan);
    }

    private void planAccounts(KnownSchool school, ImportPlan plan) {
        plan.returning(school.returningStaffIds);
        for (StaffMember person : school.staffByCode.values()) {
            if (school.returningStaffIds.contains(person.id()) && accounts.canReopen(person.id())) {
                plan.accountReopens(person.fullName);
            } else if (school.statusByStaffId.get(person.id()) == StaffStatus.GONE && accounts.isOpen(person.id())) {
                plan.accountCloses(person.fullName);
            }
        }
    }

    private KnownSchool known(Unit unit, SchoolYear year) {
        KnownSchool school = new KnownSchool(unit, year);
        staff.findBySchoolId(unit.id()).forEach(school::add);
        classes.findBySchoolIdAndSchoolYear(unit.id(), year.start())
                .forEach(schoolClass -> school.classByName.put(schoolClass.name, schoolClass));
        pupils.addEnrolled(school);
        enrolments.findBySchoolIdAndSchoolYear(unit.id(), year.start()).forEach(school::add);
        return school;
    }

    private static List<Place> places(List<UploadedFile> files, Kind kind) {
        List<Place> places = new ArrayList<>();
        for (UploadedFile file : files) {
            if (file.kind() == kind) {
                file.tables()
                        .forEach(table -> table.rows().forEach(row -> places.add(new Place(file.name(), table, row))));
            }
        }
        return places;
    }
}
