package vn.hocba.school;

import java.util.Map;
import vn.hocba.school.ImportPlan.Place;

/** Finds values that must stand only once in an upload. */
final class Duplicates {

    private Duplicates() {}

    /** An error where an earlier row had the same value; empty values are never the same. */
    static void refuse(RowReader row, Column column, String value, Map<String, Place> seen) {
        if (value == null || value.isEmpty()) {
            return;
        }
        Place first = seen.putIfAbsent(value, row.place());
        if (first != null) {
            row.error(
                    column,
                    "school.row.twice",
                    first.file(),
                    first.table().sheet(),
                    Integer.toString(first.row().number()));
        }
    }
}
