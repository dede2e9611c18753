package vn.hocba.school;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.school.Curriculum.Subject;
import vn.hocba.school.Curriculum.Trait;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.ImportedMarks.Marks;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.SheetRow;

/** Plans «Bảng đánh giá» of a class: a sheet per subject, and one of qualities, competences and absences (TT 27/2020 Điều 6, 7). */
@Component
class MarkRows {

    private final Curriculum curriculum;
    private final TraitColumns traitColumns;
    private final ImportedMarkRepository repository;
    private final MarkJson json;
    private final ApplicationEventPublisher events;

    MarkRows(
            Curriculum curriculum,
            TraitColumns traitColumns,
            ImportedMarkRepository repository,
            MarkJson json,
            ApplicationEventPublisher events) {
        this.curriculum = curriculum;
        this.traitColumns = traitColumns;
        this.repository = repository;
        this.json = json;
        this.events = events;
    }

    /** What one upload gathers on its way through the sheets. */
    private record Gathered(KnownSchool school, MarkOwners owners, MarkWrites writes, ImportPlan plan) {}

    void plan(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        if (files.isEmpty()) {
            return;
        }
        List<String> classIds = school.classes().stream().map(SchoolClass::id).toList();
        MarkWrites writes = new MarkWrites(school, curriculum, json, plan, repository.findByClassIdIn(classIds));
        Gathered gathered = new Gathered(school, new MarkOwners(school), writes, plan);
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

    private void planSubject(String file, SheetTable table, Gathered gathered) {
        SchoolLevel level = gathered.school().unit.level();
        Optional<Subject> bySheet = curriculum.subjectNamed(level, table.sheet());
        Optional<Subject> byTitle = table.titles().subjectName().flatMap(name -> curriculum.subjectNamed(level, name));
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
                    Reason.of("school.row.unknown-subject", name, curriculum.namesOf(level)),
                    gathered.plan());
            return;
        }
        Subject subject = found.get();
        for (SheetRow sheetRow : table.rows()) {
            RowReader row = new RowReader(gathered.plan(), new Place(file, table, sheetRow));
            String pupilId = gathered.owners().of(row, subject.code());
            SchoolClass schoolClass = row.usable() ? gathered.school().classNamed(table.className(sheetRow)) : null;
            if (schoolClass != null
                    && !curriculum.subjects(level, schoolClass.grade).contains(subject)) {
                row.error(Column.CLASS, "school.row.subject-not-taught", subject.name(), schoolClass.grade);
            }
            MarkCells.SubjectCells cells = MarkCells.subject(row, subject, schoolClass);
            Marks marks = new Marks(
                    cells.level(),
                    cells.mark(),
                    cells.exempt(),
                    row.text(Column.COMMENT, MarkCells.MAX_COMMENT),
                    null,
                    null,
                    null);
            gathered.writes().add(row, pupilId, subject.code(), subject.name(), marks);
        }
    }

    private void planTraits(String file, SheetTable table, Gathered gathered) {
        Map<Integer, Trait> traits = traitColumns.in(gathered.school(), file, table, gathered.plan());
        for (SheetRow sheetRow : table.rows()) {
            RowReader row = new RowReader(gathered.plan(), new Place(file, table, sheetRow));
            String pupilId = gathered.owners().of(row, ImportedMarks.HOMEROOM);
            SchoolClass schoolClass = row.usable() ? gathered.school().classNamed(table.className(sheetRow)) : null;
            Marks marks = new Marks(
                    null,
                    null,
                    false,
                    row.text(Column.COMMENT, MarkCells.MAX_COMMENT),
                    levels(row, traits, schoolClass, gathered),
                    MarkCells.absences(row, Column.EXCUSED),
                    MarkCells.absences(row, Column.UNEXCUSED));
            gathered.writes().add(row, pupilId, ImportedMarks.HOMEROOM, table.sheet(), marks);
        }
    }

    private Map<String, String> levels(
            RowReader row, Map<Integer, Trait> traits, SchoolClass schoolClass, Gathered gathered) {
        Map<String, String> levels = new TreeMap<>();
        traits.forEach((index, trait) -> {
            Cell cell = row.place().row().cell(index);
            if (cell.isEmpty() || row.isFlawed(index)) {
                return;
            }
            String level = MarkCells.trait(cell);
            if (level == null) {
                row.error(index, "school.marks.bad-trait-level");
            } else if (schoolClass != null
                    && !curriculum
                            .traits(gathered.school().unit.level(), schoolClass.grade)
                            .contains(trait)) {
                row.error(index, "school.marks.trait-not-assessed", trait.name(), schoolClass.grade);
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
