package vn.hocba.school.ui;

import static vn.hocba.ui.Wording.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.hocba.school.ImportPreview.Problem;

/** The problems of an import as a workbook, for the person who corrects the lists. */
final class ProblemWorkbook {

    private static final int[] WIDTHS = {12, 28, 24, 8, 26, 26, 80};

    private ProblemWorkbook() {}

    static byte[] of(List<Problem> problems, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "hocba", null)) {
            Worksheet sheet = workbook.newWorksheet(text("school.import.problems"));
            List<String> header = List.of(
                    text("school.import.severity"),
                    text("school.import.file"),
                    text("school.import.sheet"),
                    text("school.import.cell"),
                    text("school.import.column"),
                    text("school.import.value"),
                    text("school.import.reason"));
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int row = 1;
            for (Problem problem : problems) {
                sheet.value(row, 0, text("school.import.severity." + problem.severity()));
                sheet.value(row, 1, harmless(problem.file()));
                sheet.value(row, 2, harmless(problem.sheet()));
                sheet.value(row, 3, place(problem));
                sheet.value(row, 4, harmless(problem.column()));
                sheet.value(row, 5, harmless(problem.value()));
                sheet.value(row, 6, harmless(problem.reason().text(locale)));
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** «W7», «dòng 7», or nothing where the whole sheet is meant. */
    static String place(Problem problem) {
        if (problem.cell() != null) {
            return problem.cell();
        }
        return problem.row() == null ? "" : text("school.import.line", Integer.toString(problem.row()));
    }

    /** What came out of a stranger's workbook must not become a formula when somebody edits the cell or saves the sheet as CSV. */
    static String harmless(String text) {
        return text != null && text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    }
}
