package vn.hocba.school;

import java.util.List;
import vn.hocba.school.workbook.SheetRow;

/** Tells the rows of a table from what stands between and below them. */
final class DataRows {

    private static final int FEWEST_NUMBERS = 3;
    private static final List<Column> WITH_DIGITS =
            List.of(Column.CLASS, Column.BIRTH_DATE, Column.MOET_CODE, Column.TEACHER_CODE);
    private static final List<Column> CODES = List.of(Column.MOET_CODE, Column.TEACHER_CODE);

    private DataRows() {}

    /**
     * A row of the table is numbered or bears a code, or says at least two of class, code and date, or a name with a gender or a level. Footers («Người lập biểu», a place and date) do not; a
     * numbered row without anything else is an empty form.
     */
    static boolean isOne(SheetTable table, SheetRow row) {
        boolean numbered = table.cell(row, Column.ORDINAL).text().matches("\\d+\\.?")
                && table.columns().entrySet().stream()
                        .anyMatch(e -> e.getKey() != Column.ORDINAL
                                && !row.cell(e.getValue()).isEmpty());
        long digits = WITH_DIGITS.stream()
                .filter(column -> table.cell(row, column).text().matches(".*\\d.*"))
                .count();
        boolean coded =
                CODES.stream().anyMatch(column -> table.cell(row, column).text().matches("\\S*\\d{5,}\\S*"));
        return numbered || coded || digits >= 2 || isSomebody(table, row);
    }

    private static boolean isSomebody(SheetTable table, SheetRow row) {
        return !table.cell(row, Column.NAME).isEmpty()
                && (PupilColumns.genderIn(table.cell(row, Column.GENDER)) != null
                        || table.cell(row, Column.LEVEL).text().matches("\\p{L}"));
    }

    /** «1 2 3 …», «(1) (2) (3) …» or «A B 1 2 …»: administrative tables number their columns below the names. */
    static boolean isNumbering(SheetRow row) {
        List<String> marks = row.cells().stream()
                .map(cell -> cell.text().replaceAll("[()\\[\\].]", "").strip())
                .filter(text -> !text.isEmpty())
                .toList();
        int letters = 0;
        while (letters < marks.size() && marks.get(letters).equals(String.valueOf((char) ('A' + letters)))) {
            letters++;
        }
        for (int i = letters; i < marks.size(); i++) {
            if (!marks.get(i).equals(Integer.toString(i - letters + 1))) {
                return false;
            }
        }
        return marks.size() >= FEWEST_NUMBERS;
    }
}
