package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Rank;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.school.ImportPlan.Place;
import vn.hocba.school.ImportPreview.Change;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.ImportPreview.Thing;
import vn.hocba.school.ImportedMarks.Marks;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.Headers;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.VietnameseText;

/** Plans «Bảng đánh giá» of a class: a sheet per subject, and one of qualities, competences and absences (TT 27/2020 Điều 6, 7). */
@Component
class MarkRows {

    private static final String EXEMPT = "mien";

    private final SchoolRules rules;
    private final ImportedMarkRepository repository;
    private final ApplicationEventPublisher events;

    MarkRows(SchoolRules rules, ImportedMarkRepository repository, ApplicationEventPublisher events) {
        this.rules = rules;
        this.repository = repository;
        this.events = events;
    }

    /** What one upload gathers on its way through the sheets. */
    private static final class Gathered {
        private final Map<String, ImportedMarkRow> stored = new HashMap<>();
        private final List<ImportedMarkRow> fresh = new ArrayList<>();
        private final Set<String> changedClasses = new HashSet<>();
        private final Set<String> unknownClasses = new HashSet<>();
        private final Map<String, Place> seen = new HashMap<>();
    }

    void plan(KnownSchool school, List<UploadedFile> files, ImportPlan plan) {
        if (files.isEmpty()) {
            return;
        }
        Gathered gathered = new Gathered();
        List<String> classIds =
                school.classByName.values().stream().map(SchoolClass::id).toList();
        repository.findByClassIdIn(classIds).forEach(row -> gathered.stored.put(key(row.pupilId, row.part), row));
        for (UploadedFile file : files) {
            for (SheetTable table : file.tables()) {
                if (table.kind() == SheetKind.TRAIT_MARKS) {
                    planTraits(school, file.name(), table, gathered, plan);
                } else {
                    planSubject(school, file.name(), table, gathered, plan);
                }
            }
        }
        plan.write(() -> {
            repository.saveAllAndFlush(gathered.fresh);
            gathered.changedClasses.stream()
                    .sorted()
                    .forEach(classId -> events.publishEvent(new ImportedMarks.Changed(classId)));
        });
    }

    private void planSubject(KnownSchool school, String file, SheetTable table, Gathered gathered, ImportPlan plan) {
        Optional<Subject> bySheet = curriculum(school).subjectNamed(table.sheet());
        Optional<Subject> byTitle =
                table.subjectName().flatMap(name -> curriculum(school).subjectNamed(name));
        if (bySheet.isPresent() && byTitle.isPresent() && !bySheet.equals(byTitle)) {
            plan.sheetProblem(
                    Severity.ERROR,
                    file,
                    table.sheet(),
                    Reason.of("school.marks.two-subjects", byTitle.get().name()));
            leaveOut(file, table, plan);
            return;
        }
        Optional<Subject> subject = bySheet.or(() -> byTitle);
        if (subject.isEmpty()) {
            plan.sheetProblem(
                    Severity.ERROR,
                    file,
                    table.sheet(),
                    Reason.of("school.row.unknown-subject", table.subjectName().orElse(table.sheet())));
            leaveOut(file, table, plan);
            return;
        }
        for (SheetRow sheetRow : table.rows()) {
            RowReader row = new RowReader(plan, new Place(file, table, sheetRow));
            String pupilId = pupil(row, school, subject.get().code(), gathered);
            SchoolClass schoolClass = row.usable() ? schoolClass(school, table, sheetRow) : null;
            if (schoolClass != null
                    && !curriculum(school).subjects(schoolClass.grade).contains(subject.get())) {
                row.error(
                        Column.CLASS,
                        "school.row.subject-not-taught",
                        subject.get().name(),
                        schoolClass.grade);
            }
            int grade = schoolClass == null ? subject.get().taught().first() : schoolClass.grade;
            Part part = regulation(school).demandPart(grade, subject.get().code());
            Marks marks = subjectMarks(row, part, levels(school, part), schoolClass);
            finish(row, school, pupilId, subject.get().code(), subject.get().name(), marks, gathered, plan);
        }
    }

    /** Without the symbol of the exempt: workbooks write that as a word. */
    private List<String> levels(KnownSchool school, Part subject) {
        Regulation regulation = regulation(school);
        vn.hocba.assessment.Cell level = subject.cell("level");
        return level.symbols().stream()
                .filter(symbol -> !regulation.rank(subject, level, symbol).equals(Optional.of(Rank.LEFT_OUT)))
                .toList();
    }

    private static Marks subjectMarks(RowReader row, Part subject, List<String> levels, SchoolClass schoolClass) {
        String levelText = row.cell(Column.LEVEL).text();
        String markText = row.cell(Column.TEST_MARK).text();
        boolean exempt = isExempt(levelText) || isExempt(markText);
        String level = null;
        Integer mark = null;
        if (exempt) {
            if (!levelText.isEmpty() && !isExempt(levelText)) {
                row.error(Column.LEVEL, "school.marks.exempt-with-level");
            }
            if (!markText.isEmpty() && !isExempt(markText)) {
                row.error(Column.TEST_MARK, "school.marks.exempt-with-mark");
            }
        } else {
            level = level(levelText, levels);
            if (level == null && !levelText.isEmpty()) {
                row.error(Column.LEVEL, "school.marks.bad-level");
            }
            Optional<vn.hocba.assessment.Cell> test = subject.cells().stream()
                    .filter(cell -> cell.code().equals("mark"))
                    .findFirst();
            if (test.isPresent()) {
                mark = row.whole(
                        Column.TEST_MARK, test.get().smallest(), test.get().largest(), "school.marks.bad-mark");
            } else if (!markText.isEmpty() && schoolClass != null) {
                row.error(Column.TEST_MARK, "school.marks.not-tested", subject.name(), schoolClass.grade);
            }
        }
        return new Marks(
                level,
                mark,
                exempt,
                row.text(Column.COMMENT, subject.cell("comment").largest()),
                null,
                null,
                null);
    }

    private void planTraits(KnownSchool school, String file, SheetTable table, Gathered gathered, ImportPlan plan) {
        Map<Integer, Trait> traits = traitColumns(school, file, table, plan);
        for (SheetRow sheetRow : table.rows()) {
            RowReader row = new RowReader(plan, new Place(file, table, sheetRow));
            String pupilId = pupil(row, school, ImportedMarks.HOMEROOM, gathered);
            SchoolClass schoolClass = row.usable() ? schoolClass(school, table, sheetRow) : null;
            Part ofClass = regulation(school).demandPart(schoolClass == null ? 1 : schoolClass.grade, Part.CLASS);
            Map<String, String> levels = new TreeMap<>();
            traits.forEach((index, trait) -> {
                Cell cell = sheetRow.cell(index);
                if (cell.isEmpty()) {
                    return;
                }
                String header = table.headers().get(index);
                Optional<vn.hocba.assessment.Cell> assessed = ofClass.cells().stream()
                        .filter(one -> one.code().equals(trait.code()))
                        .findFirst();
                if (assessed.isEmpty()) {
                    if (schoolClass != null) {
                        row.error(
                                header,
                                cell.text(),
                                "school.marks.trait-not-assessed",
                                trait.name(),
                                schoolClass.grade);
                    }
                    return;
                }
                String level = level(cell.text(), assessed.get().symbols());
                if (level == null) {
                    row.error(header, cell.text(), "school.marks.bad-trait-level");
                } else {
                    levels.put(trait.code(), level);
                }
            });
            Marks marks = new Marks(
                    null,
                    null,
                    false,
                    row.text(Column.COMMENT, ofClass.cell("comment").largest()),
                    levels,
                    row.whole(Column.EXCUSED, 0, ofClass.cell("excused").largest(), "school.marks.bad-absences"),
                    row.whole(Column.UNEXCUSED, 0, ofClass.cell("unexcused").largest(), "school.marks.bad-absences"));
            finish(row, school, pupilId, ImportedMarks.HOMEROOM, table.sheet(), marks, gathered, plan);
        }
    }

    private Map<Integer, Trait> traitColumns(KnownSchool school, String file, SheetTable table, ImportPlan plan) {
        Map<Integer, Trait> traits = new TreeMap<>();
        Set<Trait> found = new HashSet<>();
        table.headers().forEach((index, header) -> {
            String key = Headers.key(header);
            if (!key.startsWith("pc ") && !key.startsWith("nl ")) {
                return;
            }
            Optional<Trait> trait =
                    curriculum(school).traitNamed(header.substring(2).replaceFirst("^[\\s:.-]+", ""));
            if (trait.isPresent() && found.add(trait.get())) {
                traits.put(index, trait.get());
            } else {
                plan.sheetProblem(
                        Severity.WARNING, file, table.sheet(), Reason.of("school.marks.unknown-trait", header));
            }
        });
        Set<Integer> grades = table.rows().stream()
                .map(row -> schoolClass(school, table, row))
                .filter(Objects::nonNull)
                .map(schoolClass -> schoolClass.grade)
                .collect(Collectors.toSet());
        String missing = grades.stream()
                .flatMap(grade -> curriculum(school).traits(grade).stream())
                .distinct()
                .filter(trait -> !found.contains(trait))
                .map(trait -> "«" + trait.name() + "»")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            plan.sheetProblem(Severity.WARNING, file, table.sheet(), Reason.of("school.marks.traits-missing", missing));
        }
        return traits;
    }

    /** The id of a row's pupil, who must study in the class that the row or the sheet's title names. */
    private static String pupil(RowReader row, KnownSchool school, String part, Gathered gathered) {
        SheetTable table = row.place().table();
        SheetRow sheetRow = row.place().row();
        String code = row.moetCode(Column.MOET_CODE);
        String className = className(table, sheetRow);
        SchoolClass schoolClass = school.classByName.get(className);
        if (schoolClass == null && gathered.unknownClasses.add(row.place().file() + " " + table.sheet() + className)) {
            row.error(Column.CLASS, "school.row.unknown-class", className, school.year.toString());
        } else if (schoolClass == null) {
            row.leaveOut();
        }
        String pupilId = code == null ? null : school.pupilIdByCode.get(code);
        String pupilClass = pupilId == null ? null : school.classByPupilId.get(pupilId);
        String stored = pupilId == null ? null : school.nameByPupilId.get(pupilId);
        boolean strange =
                pupilClass == null || stored == null && school.statusByPupilId.get(pupilId) == EnrolmentStatus.STUDYING;
        if (code != null && row.usable() && strange) {
            row.error(Column.MOET_CODE, "school.marks.unknown-pupil");
        }
        if (!row.usable()) {
            return null;
        }
        if (!pupilClass.equals(schoolClass.id())) {
            row.error(Column.MOET_CODE, "school.marks.other-class", school.className(pupilClass), className);
        } else if (table.className()
                .filter(title -> !title.equalsIgnoreCase(className))
                .isPresent()) {
            row.error(
                    Column.CLASS,
                    "school.marks.other-class-than-title",
                    table.className().get());
        }
        String name = row.text(Column.NAME, 150);
        if (name != null
                && stored != null
                && !VietnameseText.searchKey(name).equals(VietnameseText.searchKey(stored))) {
            row.error(Column.NAME, "school.row.other-name", code, stored);
        }
        Place first = gathered.seen.putIfAbsent(key(pupilId, part), row.place());
        if (first != null) {
            row.error(
                    Column.MOET_CODE,
                    "school.row.twice",
                    first.file(),
                    first.table().sheet(),
                    Integer.toString(first.row().number()));
        }
        return pupilId;
    }

    private void finish(
            RowReader row,
            KnownSchool school,
            String pupilId,
            String part,
            String partName,
            Marks marks,
            Gathered gathered,
            ImportPlan plan) {
        Place place = row.place();
        if (!row.usable()) {
            plan.leftOut(place, Thing.MARK);
            return;
        }
        EnrolmentStatus status = school.statusByPupilId.get(pupilId);
        if (status != EnrolmentStatus.STUDYING) {
            row.warning(Column.MOET_CODE, "school.marks.not-studying", status.term());
            plan.leftOut(place, Thing.MARK);
            return;
        }
        String classId = school.classByPupilId.get(pupilId);
        ImportedMarkRow stored = gathered.stored.get(key(pupilId, part));
        if (stored == null) {
            ImportedMarkRow fresh = new ImportedMarkRow();
            fresh.classId = classId;
            fresh.pupilId = pupilId;
            fresh.part = part;
            fresh.payload = marks.stored();
            gathered.fresh.add(fresh);
            gathered.changedClasses.add(classId);
            plan.created(place, Thing.MARK);
            return;
        }
        Marks before = Marks.of(stored.payload);
        String who = school.nameByPupilId.get(pupilId) + " (" + row.moetCode(Column.MOET_CODE) + ") – " + partName;
        List<Change> changes = changes(curriculum(school), place, who, before, marks);
        changes.forEach(plan::change);
        plan.changedOrNot(place, Thing.MARK, !changes.isEmpty());
        if (!changes.isEmpty()) {
            gathered.changedClasses.add(classId);
            String payload = marks.stored();
            plan.write(() -> stored.payload = payload);
        }
    }

    private static List<Change> changes(YearCurriculum curriculum, Place place, String who, Marks before, Marks after) {
        SheetTable table = place.table();
        Map<String, Object[]> values = new TreeMap<>();
        values.put(table.header(Column.LEVEL), new Object[] {before.level(), after.level()});
        values.put(table.header(Column.TEST_MARK), new Object[] {before.mark(), after.mark()});
        values.put("Miễn", new Object[] {before.exempt(), after.exempt()});
        values.put(table.header(Column.COMMENT), new Object[] {before.comment(), after.comment()});
        values.put(table.header(Column.EXCUSED), new Object[] {before.excused(), after.excused()});
        values.put(table.header(Column.UNEXCUSED), new Object[] {before.unexcused(), after.unexcused()});
        Map<String, String> traitsBefore = before.traits() == null ? Map.of() : before.traits();
        Map<String, String> traitsAfter = after.traits() == null ? Map.of() : after.traits();
        Set<String> codes = new HashSet<>(traitsBefore.keySet());
        codes.addAll(traitsAfter.keySet());
        codes.forEach(code -> values.put(
                curriculum.trait(code).map(Trait::name).orElse(code),
                new Object[] {traitsBefore.get(code), traitsAfter.get(code)}));
        return values.entrySet().stream()
                .filter(e -> !Objects.equals(e.getValue()[0], e.getValue()[1]))
                .map(e -> new Change(
                        place.file(),
                        table.sheet(),
                        place.row().number(),
                        Thing.MARK,
                        who,
                        e.getKey(),
                        Wanted.shown(e.getValue()[0]),
                        Wanted.shown(e.getValue()[1])))
                .toList();
    }

    private YearCurriculum curriculum(KnownSchool school) {
        return rules.curriculum(school.unit.id(), school.year.start());
    }

    private Regulation regulation(KnownSchool school) {
        return rules.regulation(school.unit.id(), school.year.start());
    }

    private static SchoolClass schoolClass(KnownSchool school, SheetTable table, SheetRow row) {
        return school.classByName.get(className(table, row));
    }

    private static String className(SheetTable table, SheetRow row) {
        String name = table.cell(row, Column.CLASS).text();
        return name.isEmpty() ? table.className().orElse("") : name;
    }

    /** The symbol in upper case; null when it is none of these. */
    private static String level(String text, List<String> symbols) {
        String symbol = text.toUpperCase(Locale.ROOT);
        return symbols.contains(symbol) ? symbol : null;
    }

    private static boolean isExempt(String text) {
        return VietnameseText.searchKey(text).equals(EXEMPT);
    }

    private static void leaveOut(String file, SheetTable table, ImportPlan plan) {
        table.rows().forEach(row -> plan.leftOut(new Place(file, table, row), Thing.MARK));
    }

    private static String key(String pupilId, String part) {
        return pupilId + " " + part;
    }
}
