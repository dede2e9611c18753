package vn.hocba.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.shared.KeyedTexts;
import vn.hocba.shared.Texts;
import vn.hocba.shared.VietnameseText;

/** What a list of pupils says about the year beside the person: disability, height and weight. It waits like marks until the year is opened. */
@Component
class ListedFacts {

    private static final int LOWEST_GRADE = 1;
    private static final int LONGEST_WORDS = 200;
    private static final List<String> NO = List.of("", "khong", "0", "-", "k", "khong khuyet tat", "binh thuong");

    private final SchoolRules rules;
    private final ImportedMarkRepository marks;
    private final ApplicationEventPublisher events;

    ListedFacts(SchoolRules rules, ImportedMarkRepository marks, ApplicationEventPublisher events) {
        this.rules = rules;
        this.marks = marks;
        this.events = events;
    }

    /** Plans what the usable rows of a list write of this. */
    void plan(KnownSchool school, List<PupilLine> lines, ImportPlan plan) {
        Regulation regulation = rules.regulation(school.unit.id(), school.year.start());
        Part form = regulation.demandPart(LOWEST_GRADE, Part.CLASS);
        Map<String, ImportedMarkRow> stored = new HashMap<>();
        marks.findByClassIdIn(school.classes().stream().map(SchoolClass::id).toList()).stream()
                .filter(row -> row.part.equals(ImportedMarks.LISTED))
                .forEach(row -> stored.put(row.pupilId, row));
        List<ImportedMarkRow> fresh = new ArrayList<>();
        TreeSet<String> changed = new TreeSet<>();
        for (PupilLine line : lines) {
            if (line.status() != EnrolmentStatus.STUDYING) {
                continue;
            }
            String said = KeyedTexts.write(said(line, form, regulation, plan));
            String pupilId = school.pupilIdByCode.get(line.code());
            ImportedMarkRow row = stored.get(pupilId);
            if (row == null && !said.equals(KeyedTexts.NONE)) {
                fresh.add(waiting(line.schoolClass().id(), pupilId, said));
                changed.add(line.schoolClass().id());
            } else if (row != null && !row.payload.equals(said)) {
                plan.write(() -> row.payload = said);
                changed.add(line.schoolClass().id());
            }
        }
        plan.write(() -> {
            marks.saveAllAndFlush(fresh);
            changed.forEach(classId -> events.publishEvent(new ImportedMarks.Changed(classId)));
        });
    }

    private static ImportedMarkRow waiting(String classId, String pupilId, String said) {
        ImportedMarkRow row = new ImportedMarkRow();
        row.classId = classId;
        row.pupilId = pupilId;
        row.part = ImportedMarks.LISTED;
        row.payload = said;
        return row;
    }

    private static Map<String, String> said(PupilLine line, Part form, Regulation regulation, ImportPlan plan) {
        RowReader row = new RowReader(plan, line.place());
        Map<String, String> cells = new LinkedHashMap<>(ClassColumns.measures(row, form));
        if (!regulation.knowsPlans() || !row.has(Column.DISABILITY) || !row.offers(Column.DISABILITY)) {
            return cells;
        }
        String words = row.cell(Column.DISABILITY).text();
        AssessedBy by = by(words);
        if (by != AssessedBy.REGULATION) {
            String shown = words.substring(0, Math.min(LONGEST_WORDS, words.length()));
            cells.put(Contents.ASSESSED_BY, by.name());
            cells.put(
                    Contents.ASSESSED_GROUND,
                    Texts.vi(
                            "school.pupil.disability.ground",
                            line.place().table().header(Column.DISABILITY),
                            shown));
            plan.problem(Severity.WARNING, line.place(), Column.DISABILITY, Reason.of("school.pupil.disability." + by));
        }
        return cells;
    }

    /** Whatever is no «no» says that there is a disability, most often which. */
    private static AssessedBy by(String words) {
        String key = VietnameseText.searchKey(words);
        if (NO.contains(key)) {
            return AssessedBy.REGULATION;
        }
        return key.contains("khong danh gia") ? AssessedBy.NOTHING : AssessedBy.PLAN;
    }
}
