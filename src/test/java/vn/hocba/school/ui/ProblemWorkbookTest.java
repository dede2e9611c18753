package vn.hocba.school.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import vn.hocba.school.ImportPreview.Problem;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.Reason;
import vn.hocba.shared.Texts;

class ProblemWorkbookTest {

    @Test
    void aProblemIsOneRowAndAFormulaInAValueStaysText() throws IOException {
        Problem problem = new Problem(
                Severity.ERROR,
                "@tệp.xlsx",
                "Toán",
                12,
                "G12",
                "Điểm KTĐK",
                "=HYPERLINK(\"http://example.com\")",
                new Reason("school.marks.bad-mark", List.of()));

        byte[] content = ProblemWorkbook.of(List.of(problem), Texts.VIETNAMESE);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).stream().map(cell -> cell.getText()))
                    .containsExactly(
                            "Lỗi",
                            "'@tệp.xlsx",
                            "Toán",
                            "G12",
                            "Điểm KTĐK",
                            "'=HYPERLINK(\"http://example.com\")",
                            "Điểm KTĐK phải là số nguyên từ 0 đến 10.");
        }
    }
}
