package vn.hocba.school;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.ImportedMarks.Marks;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.SheetRow;

/** Plans «Bảng đánh giá» of a class: a sheet per subject, and one of qualities, competences and absences (TT 27/2020 Điều 6, 7). */
@Component
class MarkRows {

    private static final int LOWEST_GRADE = 1;

    private final SchoolRules rules;
    private final ImportedMarkRepository repository;
    private final ApplicationEventPublisher events;

    MarkRows(SchoolRules rules, ImportedMarkRepository repository, ApplicationEventPublisher events) {
        this.rules = rules;
        this.repository = repository;
        this.events = events;
    }

    /** What one upload gathers on its way through the sheets. */
    private record Gathered(
            KnownSchool school,
            YearCurriculum curriculum,
            Regulation regulation,
            MarkOwners owners,
            MarkWrites writes,
            ImportPlan plan) {

        SchoolClass schoolClass(RowReader row, SheetTable table) {
            return row.usable() ? school.classNamed(table.className(row.place().row())) : null;
        }
    }

    void plan(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        if (files.isEmpty()) {
            return;
        }
        List<String> classIds = school.classes().stream().map(SchoolClass::id).toList();
        int year = school.year.start();
        YearCurriculum curriculum = rules.curriculum(school.unit.id(), year);
        MarkWrites writes = new MarkWrites(school, curriculum, plan, repository.findByClassIdIn(classIds));
        Gathered gathered = new Gathered(
                school, curriculum, rules.regulation(school.unit.id(), year), new MarkOwners(school), writes, plan);
        for (UploadedFile file : files) {
            for (SheetTable table : file.tables()) {
                if (table.kind() == SheetKind.TRAIT_MARKS) {
                    planTraits(file.name(), table, gathered);
                } else {
                    planSubject(file.name(), table, gathered);
                }
            }
        }
        plan.write(() -> {
            repository.saveAllAndFlush(writes.fresh());
            writes.changedClasses().forEach(classId -> events.publishEvent(new ImportedMarks.Changed(classId)));
        });
    }

    private static void planSubject(String file, SheetTable table, Gathered gathered) {
        YearCurriculum curriculum = gathered.curriculum();
        Optional<Subject> bySheet = curriculum.subjectNamed(table.sheet());
        Optional<Subject> byTitle = table.titles().subjectName().flatMap(curriculum::subjectNamed);
        if (bySheet.isPresent() && byTitle.isPresent() && !bySheet.equals(byTitle)) {
            leaveOut(
                    file,
                    table,
                    Reason.of("school.marks.two-subjects", byTitle.get().name()),
                    gathered.plan());
            return;
        }
        Optional<Subject> found = bySheet.or(() -> byTitle);
        if (found.isEmpty()) {
            String name = table.titles().subjectName().orElse(table.sheet());
            leaveOut(
                    file,
                    table,
                    Reason.of("school.row.unknown-subject", name, curriculum.subjectNames()),
                    gathered.plan());
            return;
        }
        table.rows().forEach(row -> planSubject(file, table, row, found.get(), gathered));
    }

    private static void planSubject(
            String file, SheetTable table, SheetRow sheetRow, Subject subject, Gathered gathered) {
        RowReader row = new RowReader(gathered.plan(), new Place(file, table, sheetRow));
        String pupilId = gathered.owners().of(row, subject.code());
        SchoolClass schoolClass = gathered.schoolClass(row, table);
        if (schoolClass != null
                && !gathered.curriculum().subjects(schoolClass.grade).contains(subject)) {
            row.error(Column.CLASS, "school.row.subject-not-taught", subject.name(), schoolClass.grade);
        }
        int grade = schoolClass == null ? subject.taught().first() : schoolClass.grade;
        Part part = gathered.regulation().demandPart(grade, subject.code());
        MarkCells.SubjectCells cells = new MarkCells(gathered.regulation()).subject(row, part, schoolClass);
        Marks marks = new Marks(
                cells.level(), cells.mark(), cells.exempt(), ClassColumns.comment(row, part), null, null, null);
        gathered.writes().add(row, pupilId, subject.code(), subject.name(), marks);
    }

    private static void planTraits(String file, SheetTable table, Gathered gathered) {
        Map<Integer, Trait> traits =
                new TraitColumns(gathered.curriculum()).in(gathered.school(), file, table, gathered.plan());
        ClassColumns.warn(file, table, gathered.regulation().demandPart(LOWEST_GRADE, Part.CLASS), gathered.plan());
        for (SheetRow sheetRow : table.rows()) {
            RowReader row = new RowReader(gathered.plan(), new Place(file, table, sheetRow));
            String pupilId = gathered.owners().of(row, ImportedMarks.HOMEROOM);
            SchoolClass schoolClass = gathered.schoolClass(row, table);
            Part part = gathered.regulation()
                    .demandPart(schoolClass == null ? LOWEST_GRADE : schoolClass.grade, Part.CLASS);
            Map<String, String> cells = levels(row, traits, part, schoolClass);
            cells.putAll(ClassColumns.read(row, part));
            Marks marks = new Marks(
                    null,
                    null,
                    false,
                    ClassColumns.comment(row, part),
                    cells,
                    MarkCells.absences(row, Column.EXCUSED, part.cell("excused")),
                    MarkCells.absences(row, Column.UNEXCUSED, part.cell("unexcused")));
            gathered.writes().add(row, pupilId, ImportedMarks.HOMEROOM, table.sheet(), marks);
        }
    }

    private static Map<String, String> levels(
            RowReader row, Map<Integer, Trait> traits, Part part, SchoolClass schoolClass) {
        Map<String, String> levels = new TreeMap<>();
        traits.forEach((index, trait) -> {
            Cell cell = row.place().row().cell(index);
            if (cell.isEmpty() || row.isFlawed(index)) {
                return;
            }
            Optional<vn.hocba.assessment.Cell> assessed = MarkCells.find(part, trait.code());
            if (assessed.isEmpty()) {
                if (schoolClass != null) {
                    row.error(index, "school.marks.trait-not-assessed", trait.name(), schoolClass.grade);
                }
                return;
            }
            String level = MarkCells.symbol(cell.text(), assessed.get().symbols());
            if (level == null) {
                row.error(index, "school.marks.bad-trait-level");
            } else {
                levels.put(trait.code(), level);
            }
        });
        return levels;
    }

    private static void leaveOut(String file, SheetTable table, Reason reason, ImportPlan plan) {
        plan.sheetProblem(Severity.ERROR, file, table.sheet(), reason);
        table.rows().forEach(row -> plan.leftOut(new Place(file, table, row), Thing.MARK));
    }
}
