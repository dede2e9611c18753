package vn.hocba.document;

import java.util.Map;
import java.util.Optional;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.record.ChangedSnapshots;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Teacher;
import vn.hocba.shared.SchoolLevel;

/** Versions that are assessed by the toy regulation. */
public final class ToySnapshots {

    private static final ToyRegulation REGULATION = new ToyRegulation();
    private static final int GRADE = 7;

    private static final Map<String, Map<String, String>> SAID = Map.of(
            "VAN",
            Map.of("test1", "81.5", "project1", "70", "test2", "90", "words", "Đọc tốt & viết <gọn>."),
            "SO",
            Map.of("test1", "40", "test2", "66"),
            "NHAC",
            Map.of("test1", "100", "project1", "0", "test2", "55"),
            Part.CLASS,
            Map.of("conduct1", "B", "conduct2", "A", "words", "Chăm ngoan."));

    private static final Map<String, Teacher> TEACHERS =
            Map.of("VAN", new Teacher("gv-1", "Nguyễn Thị Hoa"), "SO", new Teacher("gv-2", "Y Bhăm Êban"));

    private ToySnapshots() {}

    /** Two of three rows have a teacher. */
    public static RecordSnapshot of(String name, String taxCode) {
        return of(name, taxCode, SAID);
    }

    /** @param said of each part the cells that say something */
    public static RecordSnapshot of(String name, String taxCode, Map<String, Map<String, String>> said) {
        RecordSnapshot like = SampleSnapshots.of(name).taxCode(taxCode).build();
        return new RecordSnapshot(
                like.lookupCode(),
                like.yearRecordId(),
                1,
                SchoolLevel.LOWER_SECONDARY,
                like.schoolYear(),
                GRADE,
                "7A",
                like.createdOn(),
                like.issuer(),
                like.pupil(),
                ToyRegulation.CODE,
                REGULATION.parts(GRADE).stream()
                        .map(part -> part(part, said.getOrDefault(part.code(), Map.of())))
                        .toList(),
                new Teacher("gv-1", "Nguyễn Thị Hoa"),
                new Conclusion(ToyRegulation.PASSED, true, true, "Giải nhất <hội thi> vẽ"));
    }

    /** One cell says something else. */
    public static RecordSnapshot with(RecordSnapshot version, String part, String cell, String value) {
        return ChangedSnapshots.with(
                version,
                version.parts().stream()
                        .map(one -> one.code().equals(part) ? with(one, cell, value) : one)
                        .toList());
    }

    private static RecordSnapshot.Part with(RecordSnapshot.Part part, String cell, String value) {
        return ChangedSnapshots.saying(
                part, one -> one.code().equals(cell) ? ChangedSnapshots.saying(one, value) : one);
    }

    private static RecordSnapshot.Part part(Part part, Map<String, String> said) {
        boolean subject = part.kind() == Part.Kind.SUBJECT;
        Teacher teacher = subject
                ? Optional.ofNullable(TEACHERS.get(part.code())).orElse(new Teacher(null, null))
                : new Teacher("gv-1", "Nguyễn Thị Hoa");
        return new RecordSnapshot.Part(
                subject ? RecordSnapshot.rowId(part.code()) : null,
                part.code(),
                part.kind(),
                part.name(),
                teacher.id(),
                teacher.name(),
                part.cells().stream()
                        .map(cell ->
                                new Cell(cell.code(), cell.name(), cell.group(), cell.term(), said.get(cell.code())))
                        .toList());
    }
}
