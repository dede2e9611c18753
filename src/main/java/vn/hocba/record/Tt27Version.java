package vn.hocba.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.hocba.assessment.Part.Kind;
import vn.hocba.assessment.tt27.Tt27Primary;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.record.RecordSnapshot.Teacher;
import vn.hocba.record.Tt27View.SubjectMarks;
import vn.hocba.record.Tt27View.Summary;
import vn.hocba.record.Tt27View.TraitGroup;
import vn.hocba.record.Tt27View.TraitRow;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** The way back from {@link Tt27View}: a version from what its own form or packet says. */
public final class Tt27Version {

    private Tt27Version() {}

    /** A version from what its own form says; the parameters as in {@link RecordSnapshot}. */
    public static RecordSnapshot of(
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
            Map<TraitGroup, String> comments,
            Individually individually,
            String rewardGround,
            Summary summary) {
        List<Part> parts = new ArrayList<>();
        subjects.forEach(row -> parts.add(part(row)));
        parts.add(part(traits, comments, individually, rewardGround, summary));
        return new RecordSnapshot(
                lookupCode,
                yearRecordId,
                versionNo,
                level,
                schoolYear,
                grade,
                className,
                createdOn,
                issuer,
                pupil,
                Tt27View.CODE,
                parts,
                new Teacher(summary.homeroomTeacherId(), summary.homeroomTeacherName()),
                new Conclusion(summary.overall(), summary.programmeCompleted(), summary.promoted(), summary.reward()));
    }

    /**
     * The same, with why the pupil is exempt from subjects.
     *
     * @param grounds in words, by the code of the subject
     */
    public static RecordSnapshot exempting(RecordSnapshot version, Map<String, String> grounds) {
        return version.saying(version.parts().stream()
                .map(part -> new Part(
                        part.id(),
                        part.code(),
                        part.kind(),
                        part.name(),
                        part.teacherId(),
                        part.teacherName(),
                        Exempted.with(part.cells(), grounds.get(part.code()))))
                .toList());
    }

    private static Part part(SubjectMarks row) {
        return new Part(
                row.id(),
                row.code(),
                Kind.SUBJECT,
                row.name(),
                row.teacherId(),
                row.teacherName(),
                List.of(
                        cell(Tt27View.LEVEL, row.exempt() ? Tt27Primary.EXEMPT : row.level()),
                        cell(Tt27View.MARK, row.mark()),
                        cell(Tt27View.COMMENT, row.comment())));
    }

    private static Part part(
            List<TraitRow> traits,
            Map<TraitGroup, String> comments,
            Individually individually,
            String rewardGround,
            Summary summary) {
        List<Cell> cells = new ArrayList<>();
        traits.forEach(trait ->
                cells.add(new Cell(trait.code(), trait.name(), trait.group().title(), 0, trait.level())));
        cells.add(cell(Tt27View.EXCUSED, summary.excusedAbsences()));
        cells.add(cell(Tt27View.UNEXCUSED, summary.unexcusedAbsences()));
        cells.add(cell(Tt27View.HEIGHT, Tt27View.words(summary.heightCm())));
        cells.add(cell(Tt27View.WEIGHT, Tt27View.words(summary.weightKg())));
        comments.forEach((group, words) -> cells.add(
                new Cell(group.comment, Texts.vi("assessment.cell." + group.comment), group.title(), 0, words)));
        cells.add(cell(Tt27View.COMMENT, summary.homeroomComment()));
        if (rewardGround != null) {
            cells.add(new Cell(
                    Tt27View.REWARD_GROUND,
                    Texts.vi("assessment.cell." + Tt27View.REWARD_GROUND),
                    "",
                    0,
                    rewardGround));
        }
        return new Part(
                null,
                vn.hocba.assessment.Part.CLASS,
                Kind.CLASS,
                Texts.vi("record.tt27.class"),
                summary.homeroomTeacherId(),
                summary.homeroomTeacherName(),
                individually == null ? cells : Individually.with(cells, individually.by(), individually.ground()));
    }

    private static Cell cell(String code, Object value) {
        return new Cell(code, Texts.vi("record.tt27." + code), "", 0, Objects.toString(value, null));
    }
}
