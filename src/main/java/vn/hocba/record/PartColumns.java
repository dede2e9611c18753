package vn.hocba.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.assessment.Contents;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.record.RecordSnapshot.Part;
import vn.hocba.shared.Texts;

/** How a version's cells stand beside and below each other, whatever its regulation. */
public final class PartColumns {

    private PartColumns() {}

    /** One cell of each code that the subjects' rows have, in the order of the form: the columns of their table. Why a pupil is exempt stands beside it: {@link Exempted#ground}. */
    public static List<Cell> of(RecordSnapshot version) {
        Map<String, Cell> columns = new LinkedHashMap<>();
        version.subjects().forEach(row -> row.cells().stream()
                .filter(cell -> !cell.code().equals(Contents.EXEMPT_GROUND))
                .forEach(cell -> columns.putIfAbsent(cell.code(), cell)));
        return List.copyOf(columns.values());
    }

    /** The cells of a part by what they stand under; those that stand under nothing by the empty name. A comment on a group is there where one was written. */
    public static Map<String, List<Cell>> byGroup(Part part) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        part.cells().stream()
                .filter(cell -> cell.group().isEmpty() || cell.value() != null || !Tt27View.isGroupComment(cell))
                .forEach(cell -> groups.computeIfAbsent(cell.group(), group -> new ArrayList<>())
                        .add(cell));
        return groups;
    }

    /** The code of a cell without its number, which the cells of a group have in common where they are numbered: of «PC1» it is «PC». */
    public static String letters(Cell cell) {
        return cell.code().replaceAll("[0-9]+$", "");
    }

    /** The name of a cell, with its term where it has one. */
    public static String named(Cell cell) {
        return cell.term() == 0 ? cell.name() : Texts.vi("record.cell.term." + cell.term(), cell.name());
    }
}
