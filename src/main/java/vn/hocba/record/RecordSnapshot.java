package vn.hocba.record;

import java.time.LocalDate;
import java.util.List;
import vn.hocba.assessment.Curriculum.TraitGroup;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;

/**
 * Everything that one version of a year record says: the packet, the printed form and the look-up are made from it and from nothing else.
 *
 * @param lookupCode mã tra cứu, 32 lower-case hexadecimal digits, one per pupil and level for life
 * @param yearRecordId of the year record, the business key of its process
 * @param versionNo from 1
 * @param schoolYear the calendar year in which the school year starts
 * @param className such as «4A»
 * @param createdOn the day this version was put together, Asia/Ho_Chi_Minh
 */
public record RecordSnapshot(
        String lookupCode,
        String yearRecordId,
        int versionNo,
        SchoolLevel level,
        int schoolYear,
        int grade,
        String className,
        LocalDate createdOn,
        Issuer issuer,
        PupilInfo pupil,
        List<SubjectMarks> subjects,
        List<TraitRow> traits,
        Summary summary) {

    public RecordSnapshot {
        subjects = List.copyOf(subjects);
        traits = List.copyOf(traits);
    }

    /** The school that issues; place is how it dates its documents, such as «Thành phố Hồ Chí Minh». */
    public record Issuer(
            String schoolCode,
            String schoolName,
            String taxCode,
            String provinceCode,
            String provinceName,
            String place) {}

    /**
     * One row of the table of subjects.
     *
     * @param id unique in the packet, an XML name: «mon-» and the code in lower case
     * @param level T, H, C; null when exempt
     * @param mark KTĐK 0 to 10; null where the subject has none in this grade, or exempt
     * @param teacherId id of the member of staff; null where nobody is assigned
     * @param teacherName as on the form
     */
    public record SubjectMarks(
            String id,
            String code,
            String name,
            String level,
            Integer mark,
            boolean exempt,
            String comment,
            String teacherId,
            String teacherName) {}

    /** One quality or competence; level is T, Đ or C. */
    public record TraitRow(String code, TraitGroup group, String name, String level) {}

    /**
     * The homeroom teacher's part.
     *
     * @param heightCm null where not measured
     * @param weightKg null where not measured
     * @param overall đánh giá kết quả giáo dục
     * @param programmeCompleted hoàn thành chương trình lớp học (grade 5: chương trình tiểu học)
     * @param promoted được lên lớp; null while not decided
     * @param reward khen thưởng, free text; null or empty for none
     */
    public record Summary(
            Integer excusedAbsences,
            Integer unexcusedAbsences,
            Integer heightCm,
            Integer weightKg,
            String homeroomTeacherId,
            String homeroomTeacherName,
            String homeroomComment,
            OverallResult overall,
            boolean programmeCompleted,
            Boolean promoted,
            String reward) {}
}
