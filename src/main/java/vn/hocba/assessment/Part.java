package vn.hocba.assessment;

import java.util.List;

/**
 * One part of a record, filled in by one person.
 *
 * @param code stable: a subject's code, or {@link #CLASS}
 * @param name as on the form
 * @param cells in the order of the form
 */
public record Part(String code, Kind kind, String name, List<Cell> cells) {

    /** The code of the homeroom teacher's part. */
    public static final String CLASS = "HOMEROOM";

    public Part {
        cells = List.copyOf(cells);
    }

    /** Who fills it in. */
    public enum Kind {
        /** A subject or educational activity: its teacher. */
        SUBJECT,
        /** What concerns the pupil as a whole: the homeroom teacher. */
        CLASS
    }

    /** @throws IllegalArgumentException when the part has no such cell */
    public Cell cell(String cellCode) {
        return cells.stream()
                .filter(cell -> cell.code().equals(cellCode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no cell " + cellCode));
    }
}
