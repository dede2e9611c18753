package vn.hocba.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.hocba.assessment.Contents;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.SchoolLevel;

/**
 * Everything that one version of a year record says: the packet, the printed form and the look-up are made from it and from nothing else. What its parts
 * mean, the regulation of its year says.
 *
 * @param lookupCode mã tra cứu, 32 lower-case hexadecimal digits, one per pupil and level for life
 * @param yearRecordId of the year record, the business key of its process
 * @param versionNo from 1
 * @param schoolYear the calendar year in which the school year starts
 * @param className such as «4A»
 * @param createdOn the day this version was put together, Asia/Ho_Chi_Minh
 * @param regulation code of the regulation by which the pupil was assessed
 * @param parts in the order of the form: the subjects' rows, then the class's part
 * @param studies where the pupil has studied at this level until then, oldest first; empty in versions that were made before they said so
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
        String regulation,
        List<Part> parts,
        Teacher homeroom,
        Conclusion conclusion,
        List<Study> studies) {

    public RecordSnapshot {
        parts = List.copyOf(parts);
        studies = List.copyOf(studies);
    }

    /** A version that does not say where the pupil has studied. */
    public RecordSnapshot(
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
            String regulation,
            List<Part> parts,
            Teacher homeroom,
            Conclusion conclusion) {
        this(
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
                regulation,
                parts,
                homeroom,
                conclusion,
                List.of());
    }

    /** The same, with the years before it. */
    public RecordSnapshot having(List<Study> before) {
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
                regulation,
                parts,
                homeroom,
                conclusion,
                before);
    }

    /** The same, with other parts. */
    RecordSnapshot saying(List<Part> others) {
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
                regulation,
                others,
                homeroom,
                conclusion,
                studies);
    }

    /**
     * A row of «Quá trình học tập».
     *
     * @param className null where it is not known
     * @param registerNo số đăng bộ at that school; null where nobody has said it
     * @param enteredOn ngày nhập học, chuyển đến; null where nobody has said it
     */
    public record Study(int schoolYear, String className, String schoolName, String registerNo, LocalDate enteredOn) {}

    /**
     * The school that issues.
     *
     * @param provinceName of the province or city where it lies
     * @param place địa danh: how it dates its documents, such as «Bến Thành»
     * @param commune where it lies, with its kind, such as «Phường Bến Thành»; null where that is not known
     */
    public record Issuer(
            String schoolCode,
            String schoolName,
            String taxCode,
            String provinceCode,
            String provinceName,
            String place,
            String commune) {

        /** A school of which the commune is not known. */
        public Issuer(
                String schoolCode,
                String schoolName,
                String taxCode,
                String provinceCode,
                String provinceName,
                String place) {
            this(schoolCode, schoolName, taxCode, provinceCode, provinceName, place, null);
        }
    }

    /**
     * One part of the record.
     *
     * @param id of a subject's row, unique in the packet, an XML name: «mon-» and the code in lower case; null for the class's part
     * @param name as on the form
     * @param teacherId id of the member of staff who fills it in; null where nobody is assigned
     * @param teacherName as on the form
     * @param cells all of them, in the order of the form
     */
    public record Part(
            String id,
            String code,
            vn.hocba.assessment.Part.Kind kind,
            String name,
            String teacherId,
            String teacherName,
            List<Cell> cells) {

        public Part {
            cells = List.copyOf(cells);
        }

        public boolean isSubject() {
            return kind == vn.hocba.assessment.Part.Kind.SUBJECT;
        }

        /** What stands in a cell; null where nothing does. */
        public String value(String cell) {
            return cells.stream()
                    .filter(one -> one.code().equals(cell))
                    .findFirst()
                    .map(Cell::value)
                    .orElse(null);
        }

        private Map<String, String> said() {
            return cells.stream()
                    .filter(cell -> cell.value() != null && !cell.value().isEmpty())
                    .collect(Collectors.toMap(Cell::code, Cell::value));
        }
    }

    /**
     * One cell, with its name, so that what was signed can be read without the regulation.
     *
     * @param group what it stands under on the form; empty for none
     * @param term 1 or 2 where it belongs to a term, 0 for the year
     * @param value as it is kept; null where nothing stands there
     */
    public record Cell(String code, String name, String group, int term, String value) {}

    /** A member of staff; both null where there is none. */
    public record Teacher(String id, String name) {}

    /**
     * What follows from the parts, and what was decided.
     *
     * @param result code of the result, whose words the regulation has; null while there is none
     * @param completed hoàn thành chương trình lớp học (the last grade of a level: chương trình cấp học)
     * @param promoted được lên lớp; null while not decided
     * @param reward khen thưởng, free text; null or empty for none
     */
    public record Conclusion(String result, boolean completed, Boolean promoted, String reward) {}

    /** Id of a subject's row in the packet. */
    public static String rowId(String subjectCode) {
        return "mon-" + subjectCode.toLowerCase(Locale.ROOT);
    }

    /** The subjects' rows. */
    public List<Part> subjects() {
        return parts.stream().filter(Part::isSubject).toList();
    }

    /** What concerns the pupil as a whole. */
    public Optional<Part> classPart() {
        return parts.stream().filter(part -> !part.isSubject()).findFirst();
    }

    /** As the regulation judges it. */
    public Contents contents() {
        Map<String, Map<String, String>> said = new LinkedHashMap<>();
        parts.forEach(part -> said.put(part.code(), Individually.contents(part.said(), conclusion.completed())));
        return new Contents(grade, said);
    }
}
