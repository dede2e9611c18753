package vn.hocba.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;

/** Puts together what a version says, from what was entered. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Snapshots {

    private final SchoolDirectory directory;
    private final SchoolRecordRepository schoolRecords;
    private final OverallAssessment assessment;
    private final Curriculum curriculum;
    private final Clock clock;

    Snapshots(
            SchoolDirectory directory,
            SchoolRecordRepository schoolRecords,
            OverallAssessment assessment,
            Curriculum curriculum,
            Clock clock) {
        this.directory = directory;
        this.schoolRecords = schoolRecords;
        this.assessment = assessment;
        this.curriculum = curriculum;
        this.clock = clock;
    }

    /** The record as it stands now; what is not entered yet is null, and the overall result with it. */
    public RecordSnapshot of(YearRecord record) {
        SchoolRecord life = schoolRecords.findById(record.schoolRecordId()).orElseThrow();
        ClassInfo info = directory.classById(record.classId());
        Unit school = directory.unit(record.schoolId());
        // A school that no Sở stands over hands in nowhere; its records can be drawn up all the same.
        Unit province = directory.provinceOf(school.id()).orElse(school);
        Outcome result = assessment.of(record);
        Map<String, String> names = new HashMap<>();
        RecordPart ofClass = record.part(Part.CLASS);
        List<RecordSnapshot.SubjectMarks> subjects = record.subjects().stream()
                .map(s -> row(s, nameOf(s.staffId(), names)))
                .toList();
        List<RecordSnapshot.TraitRow> traits =
                curriculum.in(life.level(), record.schoolYear(), province.code()).traits(record.grade()).stream()
                        .map(trait -> new RecordSnapshot.TraitRow(
                                trait.code(),
                                trait.group(),
                                trait.name(),
                                ofClass.cell(trait.code()).orElse(null)))
                        .toList();
        return new RecordSnapshot(
                life.lookupCode(),
                record.id(),
                record.versionNo(),
                life.level(),
                record.schoolYear(),
                record.grade(),
                info.name(),
                LocalDate.now(clock),
                new RecordSnapshot.Issuer(
                        school.code(),
                        school.name(),
                        school.taxCode(),
                        province.code(),
                        province.name(),
                        school.place()),
                directory.pupil(record.pupilId()),
                subjects,
                traits,
                summary(record, result, info.homeroomStaffId(), nameOf(info.homeroomStaffId(), names)));
    }

    /** What follows from marks and decisions as they stand, not from what was fixed for an earlier signature. */
    static RecordSnapshot.Summary summary(YearRecord record, Outcome result, String homeroomId, String homeroomName) {
        RecordPart ofClass = record.part(Part.CLASS);
        return new RecordSnapshot.Summary(
                number(ofClass, "excused"),
                number(ofClass, "unexcused"),
                number(ofClass, "heightCm"),
                number(ofClass, "weightKg"),
                homeroomId,
                homeroomName,
                ofClass.cell("comment").orElse(null),
                result.result() == null ? null : OverallResult.valueOf(result.result()),
                result.completed(),
                Promotion.of(record, result),
                record.reward());
    }

    private RecordSnapshot.SubjectMarks row(RecordPart part, String teacher) {
        boolean exempt = part.cell("level").filter(SnapshotCells.EXEMPT::equals).isPresent();
        return new RecordSnapshot.SubjectMarks(
                "mon-" + part.code().toLowerCase(Locale.ROOT),
                part.code(),
                curriculum.subject(part.code()).name(),
                exempt ? null : part.cell("level").orElse(null),
                exempt ? null : number(part, "mark"),
                exempt,
                part.cell("comment").orElse(null),
                part.staffId(),
                teacher);
    }

    private static Integer number(RecordPart part, String cell) {
        return part.cell(cell).map(Integer::valueOf).orElse(null);
    }

    /** One teacher often has most of the subjects: each is asked for once. */
    private String nameOf(String staffId, Map<String, String> known) {
        return staffId == null
                ? null
                : known.computeIfAbsent(staffId, id -> directory.staff(id).fullName());
    }
}
