package vn.hocba.school;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import vn.hocba.school.workbook.Cell;
import vn.hocba.school.workbook.SheetRow;

/**
 * The mark that a spreadsheet of another language leaves in a column of dates: «05/07/2020» became a date, the 7th of May, wherever the first number could be
 * a month, and stayed a text wherever it could not.
 *
 * @param texts how many cells hold a date as a text
 * @param dates the rows whose cells hold a date as a date
 * @param swapped whether they look just as such a column does: no text before the 13th, no date after the 12th
 */
record SwappedDates(int texts, Set<SheetRow> dates, boolean swapped) {

    private static final int MONTHS = 12;

    /** Of each kind, so that it is no chance: that five and five fall so happens once in a thousand columns. */
    private static final int FEWEST = 5;

    static SwappedDates in(SheetTable table) {
        Set<SheetRow> dates = Collections.newSetFromMap(new IdentityHashMap<>());
        int texts = 0;
        boolean swapped = true;
        for (SheetRow row : table.rows()) {
            Cell cell = table.cell(row, Column.BIRTH_DATE);
            if (RowReader.dateIn(cell) == null) {
                continue;
            }
            boolean early = RowReader.dateIn(cell).getDayOfMonth() <= MONTHS;
            if (cell.date() == null) {
                texts++;
                swapped &= !early;
            } else {
                dates.add(row);
                swapped &= early;
            }
        }
        return new SwappedDates(texts, dates, swapped && texts >= FEWEST && dates.size() >= FEWEST);
    }

    /** Whether the column holds dates of both kinds, which no program writes of itself. */
    boolean mixed() {
        return texts > 0 && !dates.isEmpty();
    }
}
