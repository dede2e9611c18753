package vn.hocba.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Teacher;
import vn.hocba.school.FormNames;
import vn.hocba.school.ProvinceName;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.StudyHistory;
import vn.hocba.shared.SchoolLevel;

/** Puts together what a version says, from what was entered. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Snapshots {

    private final SchoolDirectory directory;
    private final SchoolRecordRepository schoolRecords;
    private final OverallAssessment assessment;
    private final Regulations regulations;
    private final StudyHistory studies;
    private final FormNames formNames;
    private final Clock clock;

    Snapshots(
            SchoolDirectory directory,
            SchoolRecordRepository schoolRecords,
            OverallAssessment assessment,
            Regulations regulations,
            StudyHistory studies,
            FormNames formNames,
            Clock clock) {
        this.directory = directory;
        this.schoolRecords = schoolRecords;
        this.assessment = assessment;
        this.regulations = regulations;
        this.studies = studies;
        this.formNames = formNames;
        this.clock = clock;
    }

    /** The record as it stands now; what is not entered yet is null, and the overall result with it. */
    public RecordSnapshot of(YearRecord record) {
        return of(record, clock.instant());
    }

    /**
     * As {@link #of(YearRecord)}.
     *
     * @param createdAt when the document is made, whose day it will name
     */
    public RecordSnapshot of(YearRecord record, Instant createdAt) {
        SchoolRecord life = schoolRecords.findById(record.schoolRecordId()).orElseThrow();
        ClassInfo info = directory.classById(record.classId());
        Unit school = directory.unit(record.schoolId());
        // A school that no Sở stands over hands in nowhere; its records can be drawn up all the same.
        Unit province = directory.provinceOf(school.id()).orElse(school);
        Outcome result = assessment.of(record);
        Map<String, String> names = new HashMap<>();
        Regulation regulation = regulations.of(record);
        Teacher homeroom = new Teacher(info.homeroomStaffId(), nameOf(info.homeroomStaffId(), names));
        return new RecordSnapshot(
                life.lookupCode(),
                record.id(),
                record.versionNo(),
                life.level(),
                record.schoolYear(),
                record.grade(),
                info.name(),
                LocalDate.ofInstant(createdAt, clock.getZone()),
                new RecordSnapshot.Issuer(
                        school.code(),
                        school.name(),
                        school.taxCode(),
                        province.code(),
                        ProvinceName.of(school, province),
                        school.place(),
                        school.commune()),
                directory.pupil(record.pupilId()),
                regulation.code(),
                parts(record, regulation, homeroom, names),
                homeroom,
                conclusion(record, result),
                studies(record, life.level(), info, school));
    }

    private List<RecordSnapshot.Study> studies(YearRecord record, SchoolLevel level, ClassInfo info, Unit school) {
        return studies
                .until(
                        record.pupilId(),
                        level,
                        new StudyHistory.Year(record.schoolYear(), info.name(), school.id(), school.name()))
                .stream()
                .map(row -> new RecordSnapshot.Study(
                        row.schoolYear(), row.className(), row.schoolName(), row.registerNo(), row.enteredOn()))
                .toList();
    }

    private List<RecordSnapshot.Part> parts(
            YearRecord record, Regulation regulation, Teacher homeroom, Map<String, String> names) {
        Contents contents = record.contents();
        Map<String, String> named = formNames.of(record.classId());
        List<RecordSnapshot.Part> parts = new ArrayList<>();
        for (String code : contents.parts().keySet()) {
            if (regulation.isNotTaken(contents, code)) {
                continue;
            }
            Part part = regulation.demandPart(record.grade(), code);
            boolean subject = part.kind() == Part.Kind.SUBJECT;
            String teacher = subject ? record.part(code).staffId() : homeroom.id();
            parts.add(new RecordSnapshot.Part(
                    subject ? RecordSnapshot.rowId(code) : null,
                    code,
                    part.kind(),
                    named.getOrDefault(code, part.name()),
                    teacher,
                    subject ? nameOf(teacher, names) : homeroom.name(),
                    subject
                            ? Exempted.with(
                                    cells(part, contents, regulation.closed(contents, part)),
                                    regulation,
                                    contents,
                                    code)
                            : Individually.with(
                                    cells(part, contents, regulation.closed(contents, part)),
                                    record.assessedBy(),
                                    record.assessedGround())));
        }
        return parts;
    }

    /**
     * The words of a reward are no cell here: they stand with what was decided.
     *
     * @param closed cells of which nothing counts that may still lie there
     */
    private static List<Cell> cells(Part part, Contents contents, Set<String> closed) {
        return part.cells().stream()
                .filter(cell -> !(part.kind() == Part.Kind.CLASS && cell.code().equals(YearRecord.REWARD)))
                .map(cell -> new Cell(
                        cell.code(),
                        cell.name(),
                        cell.group(),
                        cell.term(),
                        contents.value(part.code(), cell.code())
                                .filter(value -> !closed.contains(cell.code()))
                                .orElse(null)))
                .toList();
    }

    /** What follows from marks and decisions as they stand, not from what was fixed for an earlier signature. */
    static Conclusion conclusion(YearRecord record, Outcome result) {
        return new Conclusion(result.result(), result.completed(), Promotion.of(record, result), record.reward());
    }

    /** One teacher often has most of the subjects: each is asked for once. */
    private String nameOf(String staffId, Map<String, String> known) {
        return staffId == null
                ? null
                : known.computeIfAbsent(staffId, id -> directory.staff(id).fullName());
    }
}
