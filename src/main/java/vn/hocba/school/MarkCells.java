package vn.hocba.school;

import java.util.Locale;
import java.util.Set;
import vn.hocba.school.Curriculum.Subject;
import vn.hocba.school.workbook.Cell;
import vn.hocba.shared.VietnameseText;

/** How the text of a cell of «Bảng đánh giá» is read (TT 27/2020 Điều 6, 7): levels, marks, days of absence. */
final class MarkCells {

    static final int MAX_COMMENT = 1000;

    private static final Set<String> SUBJECT_LEVELS = Set.of("T", "H", "C");
    private static final Set<String> TRAIT_LEVELS = Set.of("T", "Đ", "C");
    private static final String EXEMPT = "mien";
    private static final int MAX_MARK = 10;
    private static final int MAX_ABSENCES = 366;

    private MarkCells() {}

    /** A subject's level and mark; both null and exempt where the pupil is. */
    record SubjectCells(String level, Integer mark, boolean exempt) {}

    /** @param schoolClass null where it is not known */
    static SubjectCells subject(RowReader row, Subject subject, SchoolClass schoolClass) {
        if (row.isFlawed(Column.LEVEL) | row.isFlawed(Column.TEST_MARK)) {
            return new SubjectCells(null, null, false);
        }
        String levelText = row.cell(Column.LEVEL).text();
        String markText = row.cell(Column.TEST_MARK).text();
        if (isExempt(levelText) || isExempt(markText)) {
            if (!levelText.isEmpty() && !isExempt(levelText)) {
                row.error(Column.LEVEL, "school.marks.exempt-with-level");
            }
            if (!markText.isEmpty() && !isExempt(markText)) {
                row.error(Column.TEST_MARK, "school.marks.exempt-with-mark");
            }
            return new SubjectCells(null, null, true);
        }
        String level = level(levelText, SUBJECT_LEVELS);
        if (level == null && !levelText.isEmpty()) {
            row.error(Column.LEVEL, "school.marks.bad-level");
        }
        Integer mark = row.whole(Column.TEST_MARK, 0, MAX_MARK, "school.marks.bad-mark");
        if (!markText.isEmpty() && schoolClass != null && !subject.isTestedIn(schoolClass.grade)) {
            row.error(Column.TEST_MARK, "school.marks.not-tested", subject.name(), schoolClass.grade);
        }
        return new SubjectCells(level, mark, false);
    }

    /** The level of a quality or competence; null where the cell holds none. */
    static String trait(Cell cell) {
        return level(cell.text(), TRAIT_LEVELS);
    }

    /** Days of absence; null when empty or, with an error, when it is no number of days. */
    static Integer absences(RowReader row, Column column) {
        return row.whole(column, 0, MAX_ABSENCES, "school.marks.bad-absences");
    }

    /** The symbol in upper case; null when it is none of these. */
    private static String level(String text, Set<String> symbols) {
        String symbol = text.toUpperCase(Locale.ROOT);
        return symbols.contains(symbol) ? symbol : null;
    }

    private static boolean isExempt(String text) {
        return VietnameseText.searchKey(text).equals(EXEMPT);
    }
}
