package vn.hocba.shared;

import java.util.Collection;
import java.util.stream.Collectors;

/** Comma-separated values that Excel opens as they are meant: UTF-8 with byte order mark, every cell quoted, none taken for a formula. */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** A whole file; the first row is the header. */
    public static String file(Collection<? extends Collection<String>> rows) {
        return rows.stream().map(Csv::row).collect(Collectors.joining("\n", BYTE_ORDER_MARK, "\n"));
    }

    private static String row(Collection<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(String value) {
        String text = value == null ? "" : value;
        boolean looksLikeFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (looksLikeFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
