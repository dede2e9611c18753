package vn.hocba.school;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Rank;
import vn.hocba.assessment.Regulation;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;

/** How the cells of «Bảng đánh giá» are read, by the regulation of the year: levels, marks, days of absence. */
final class MarkCells {

    private static final String EXEMPT = "mien";

    private final Regulation regulation;

    MarkCells(Regulation regulation) {
        this.regulation = regulation;
    }

    /** A subject's level and mark; both null and exempt where the pupil is. */
    record SubjectCells(String level, Integer mark, boolean exempt) {}

    /** @param schoolClass null where it is not known */
    SubjectCells subject(RowReader row, Part subject, SchoolClass schoolClass) {
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
        String leftOut = leftOut(levelText, subject);
        if (leftOut != null) {
            if (!markText.isEmpty()) {
                row.error(Column.TEST_MARK, "school.marks.not-taken-with-mark");
            }
            return new SubjectCells(leftOut, null, false);
        }
        String level = symbol(levelText, levels(subject));
        if (level == null && !levelText.isEmpty()) {
            row.error(Column.LEVEL, "school.marks.bad-level");
        }
        return new SubjectCells(level, mark(row, markText, subject, schoolClass), false);
    }

    /** What a word that leaves the subject out is kept as, «không học» say; null where it is none. */
    private String leftOut(String text, Part subject) {
        Cell level = subject.cell("level");
        try {
            String kept = regulation.read(0, subject, level, text);
            return regulation.rank(subject, level, kept).equals(Optional.of(Rank.LEFT_OUT)) ? kept : null;
        } catch (Refused notThere) {
            return null;
        }
    }

    private static Integer mark(RowReader row, String text, Part subject, SchoolClass schoolClass) {
        Optional<Cell> test = find(subject, "mark");
        if (test.isPresent()) {
            return row.whole(Column.TEST_MARK, test.get().smallest(), test.get().largest(), "school.marks.bad-mark");
        }
        if (!text.isEmpty() && schoolClass != null) {
            row.error(Column.TEST_MARK, "school.marks.not-tested", subject.name(), schoolClass.grade);
        }
        return null;
    }

    /** Without the symbol of the exempt: workbooks write that as a word. */
    private List<String> levels(Part subject) {
        Cell level = subject.cell("level");
        return level.symbols().stream()
                .filter(symbol -> !regulation.rank(subject, level, symbol).equals(Optional.of(Rank.LEFT_OUT)))
                .toList();
    }

    /** Days of absence; null when empty or, with an error, when it is no number of days. */
    static Integer absences(RowReader row, Column column, Cell cell) {
        return row.whole(column, cell.smallest(), cell.largest(), "school.marks.bad-absences");
    }

    static Optional<Cell> find(Part part, String code) {
        return part.cells().stream().filter(cell -> cell.code().equals(code)).findFirst();
    }

    /** The symbol in upper case; null when it is none of these. */
    static String symbol(String text, List<String> symbols) {
        String symbol = text.toUpperCase(Locale.ROOT);
        return symbols.contains(symbol) ? symbol : null;
    }

    private static boolean isExempt(String text) {
        return VietnameseText.searchKey(text).equals(EXEMPT);
    }
}
