package vn.hocba.record;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Conclusion;
import vn.hocba.record.RecordSnapshot.Part;

/** Versions that say something else than another one, and the same everywhere else. */
public final class ChangedSnapshots {

    private ChangedSnapshots() {}

    public static RecordSnapshot with(RecordSnapshot version, List<Part> parts) {
        return with(version, parts, version.conclusion());
    }

    public static RecordSnapshot with(RecordSnapshot version, List<Part> parts, Conclusion conclusion) {
        return new RecordSnapshot(
                version.lookupCode(),
                version.yearRecordId(),
                version.versionNo(),
                version.level(),
                version.schoolYear(),
                version.grade(),
                version.className(),
                version.createdOn(),
                version.issuer(),
                version.pupil(),
                version.regulation(),
                parts,
                version.homeroom(),
                conclusion);
    }

    /** @param value of each cell, by its code and what it says now */
    public static Part saying(Part part, UnaryOperator<Cell> value) {
        return named(part, part.name(), part.cells().stream().map(value).toList());
    }

    /** The same row under another name. */
    public static Part called(Part part, String name) {
        return named(part, name, part.cells());
    }

    private static Part named(Part part, String name, List<Cell> cells) {
        return new Part(part.id(), part.code(), part.kind(), name, part.teacherId(), part.teacherName(), cells);
    }

    public static Cell saying(Cell cell, String value) {
        return new Cell(cell.code(), cell.name(), cell.group(), cell.term(), value);
    }
}
