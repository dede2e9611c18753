package vn.hocba.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Kind;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolYear;

/** Plans what an upload does to a school: its files are seen together, staff and pupils first, then what speaks of them. */
@Component
class ImportPlanner {

    private static final int MAX_FILES = 200;

    private final SchoolDirectory directory;
    private final KnownSchools known;
    private final Repeats repeats;
    private final StaffRows staffRows;
    private final PupilRows pupilRows;
    private final AssignmentRows assignmentRows;
    private final MarkRows markRows;
    private final StaffAccounts accounts;

    ImportPlanner(
            SchoolDirectory directory,
            KnownSchools known,
            Repeats repeats,
            StaffRows staffRows,
            PupilRows pupilRows,
            AssignmentRows assignmentRows,
            MarkRows markRows,
            StaffAccounts accounts) {
        this.directory = directory;
        this.known = known;
        this.repeats = repeats;
        this.staffRows = staffRows;
        this.pupilRows = pupilRows;
        this.assignmentRows = assignmentRows;
        this.markRows = markRows;
        this.accounts = accounts;
    }

    /** @throws Refused when the level of the school is not supported, or there are too many files */
    ImportPlan plan(String schoolId, List<NamedFile> files) {
        Unit unit = directory.unit(schoolId);
        SchoolImport.requireSupported(unit.level());
        if (files.size() > MAX_FILES) {
            throw Refused.invalid("school.import.too-many-files", MAX_FILES);
        }
        ImportPlan plan = new ImportPlan();
        List<UploadedFile> read =
                repeats.without(unit.id(), ImportReading.read(unit, known.otherLevels(unit), files, plan), plan);
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

    /** Older lists would put back what has been corrected since; lists of a far year are a slip of the pen. */
    private boolean followsStoredYears(Unit unit, SchoolYear year, List<UploadedFile> read, ImportPlan plan) {
        Integer latest = known.latestYear(unit);
        if (latest == null || year.start() == latest || year.start() == latest + 1) {
            return true;
        }
        read.forEach(file -> plan.refuse(
                file.name(), Reason.of("school.file.other-year", year.toString(), new SchoolYear(latest).toString())));
        return false;
    }

    private void planRows(Unit unit, SchoolYear year, List<UploadedFile> read, ImportPlan plan) {
        KnownSchool school = known.of(unit, year);
        known.tellOlder(school, read, plan);
        staffRows.plan(school, places(read, Kind.STAFF), plan);
        planAccounts(school, plan);
        List<UploadedFile> marks =
                read.stream().filter(file -> file.kind() == Kind.MARKS).toList();
        pupilRows.plan(school, places(read, Kind.PUPILS), new Witnesses(marks), plan);
        pupilRows.tellHidden(school, read, plan);
        assignmentRows.plan(school, places(read, Kind.ASSIGNMENTS), plan);
        markRows.plan(school, marks, plan);
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
