package vn.hocba.school.workbook;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param number as Excel shows it, from 1
 * @param cells from column A on; trailing ones may be missing
 */
public record SheetRow(int number, List<Cell> cells) {

    private static final int LETTERS = 26;

    /** The cell of a column, from 0; an empty one where there is none. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** «W7»: how Excel calls a cell of this row, its column from 0. */
    public String address(int column) {
        return columnName(column) + number;
    }

    /** «W»: how Excel calls a column, from 0. */
    public static String columnName(int column) {
        return (column < LETTERS ? "" : columnName(column / LETTERS - 1)) + (char) ('A' + column % LETTERS);
    }
}
