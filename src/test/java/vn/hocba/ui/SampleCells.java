package vn.hocba.ui;

import java.util.List;
import java.util.Map;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Kind;
import vn.hocba.ui.Worksheet.Row;

/** Columns and rows as a subject's worksheet has them. */
final class SampleCells {

    private SampleCells() {}

    /** Required symbols. */
    static Column level(String key, String label, List<String> allowed) {
        return new Column(key, label, Kind.LEVEL, allowed, 0, 0, 0, true, String.join(" · ", allowed));
    }

    /** Required whole numbers. */
    static Column integer(String key, String label, int min, int max) {
        return new Column(key, label, Kind.INTEGER, List.of(), min, max, 0, true, min + "–" + max);
    }

    /** A row that can be changed in every cell. */
    static Row open(String id, int number, String label, String sublabel, long version, Map<String, String> values) {
        return new Row(id, number, label, sublabel, version, values, Map.of(), Map.of(), null);
    }
}
