package vn.hocba.school;

import java.util.List;
import java.util.Map;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.Refused;

/**
 * Refuses a sheet of marks in which a column may be of a term: where «Mức đạt được» of a term stands left of «Mức đạt được CK», a lonely «Nhận xét» between the
 * two is the term's as likely as the year's.
 */
final class TermColumns {

    private static final List<Column> OF_A_PERIOD = List.of(Column.LEVEL, Column.TEST_MARK, Column.COMMENT);

    private TermColumns() {}

    /** @throws Refused naming the column of which it cannot be told */
    static void refuse(String sheet, HeaderRow header) {
        int firstOfATerm = Integer.MAX_VALUE;
        int firstOfTheYear = Integer.MAX_VALUE;
        for (Column column : OF_A_PERIOD) {
            Map<Integer, Integer> exactness = header.exactness(column);
            if (exactness.size() > 1) {
                int ofTheYear = header.columns().get(column);
                firstOfTheYear = Math.min(firstOfTheYear, ofTheYear);
                firstOfATerm = Math.min(
                        firstOfATerm,
                        exactness.keySet().stream()
                                .filter(position -> position != ofTheYear)
                                .findFirst()
                                .orElseThrow());
            }
        }
        for (Column column : OF_A_PERIOD) {
            Integer position = header.columns().get(column);
            if (position != null
                    && header.exactness(column).get(position) > Column.OF_THE_YEAR
                    && position > firstOfATerm
                    && (position < firstOfTheYear || firstOfTheYear < firstOfATerm)) {
                throw Refused.invalid(
                        "school.file.column-of-a-term",
                        sheet,
                        header.names().get(position),
                        SheetRow.columnName(position),
                        column.label());
            }
        }
    }
}
