package vn.hocba.school.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.school.workbook.Cell.Flaw;
import vn.hocba.shared.Refused;

/** What other programs than the sector database's write, and what people save as. */
class WorkbookShapesTest {

    @Test
    void aDateInTheWordsOfIsoIsThatDay() {
        Cell cell = only("<c r='A1' t='d'><v>2020-07-05T00:00:00.000Z</v></c>");

        assertThat(cell.date()).isEqualTo(LocalDate.of(2020, 7, 5));
        assertThat(cell.text()).isEqualTo("05/07/2020");
    }

    @Test
    void anIsoDateOfAnotherHourIsNotGuessedAt() {
        assertThat(only("<c r='A1' t='d'><v>2020-07-04T17:00:00.000Z</v></c>").date())
                .isNull();
        assertThat(only("<c r='A1' t='d'><v>2020-13-45</v></c>").text()).isEqualTo("2020-13-45");
    }

    @Test
    void aDayWhoseNumberMissesMidnightByMinutesIsThatDayAndByHoursIsNone() {
        assertThat(only("<c r='A1'><v>44017.99955</v></c>").date()).isEqualTo(LocalDate.of(2020, 7, 6));
        assertThat(only("<c r='A1'><v>44017.70833</v></c>").date()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"e, #N/A", "s, #REF!", "str, #NAME?", "inlineStr, #DIV/0!", "str, Err:502", "str, #VALUE!"})
    void theWordsOfAFailedFormulaAreNoValue(String type, String words) {
        String content = type.equals("inlineStr") ? "<is><t>" + words + "</t></is>" : "<v>" + words + "</v>";
        Cell cell = type.equals("s")
                ? shared("<si><t>" + words + "</t></si>").get(0)
                : only("<c r='A1' t='" + type + "'>" + content + "</c>");

        assertThat(cell.flaw()).isEqualTo(Flaw.ERROR_VALUE);
        assertThat(cell.text()).isEqualTo(words);
    }

    @Test
    void aFormulaThatNobodyReckonedIsNotAnEmptyCell() {
        Cell cell = only("<c r='A1'><f>8+1</f></c>");

        assertThat(cell.flaw()).isEqualTo(Flaw.NO_RESULT);
        assertThat(cell.text()).isEqualTo("=8+1");
        assertThat(only("<c r='A1' t='str'><f>\"\"</f><v></v></c><c r='B1'><v>1</v></c>")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void escapedCharactersAreThoseCharacters() {
        assertThat(shared("<si><t>mạnh dạn_x000D_\nhơn._x0009_</t></si>").get(0).text())
                .isEqualTo("mạnh dạn hơn.");
        assertThat(shared("<si><t>a_x005F_x000D_b</t></si>").get(0).text()).isEqualTo("a b");
        assertThat(shared("<si><t>snake_x005F_case_xyz</t></si>").get(0).text()).isEqualTo("snake_case_xyz");
    }

    @Test
    void textInPiecesIsOneTextWithoutItsReading() {
        assertThat(shared("<si><r><t>Nguyễn </t></r><r><t xml:space='preserve'>Văn</t></r><rPh><t>x</t></rPh></si>")
                        .get(0)
                        .text())
                .isEqualTo("Nguyễn Văn");
    }

    @Test
    void theNoiseOfAFormulaIsWhatTheSpreadsheetShows() {
        assertThat(only("<c r='A1'><f>8.7-0.7</f><v>7.9999999999999991</v></c>").text())
                .isEqualTo("8");
        assertThat(only("<c r='A1'><v>8.9999999999999997E0</v></c>").text()).isEqualTo("9");
    }

    @Test
    void cellsAndRowsWithoutAddressesFollowEachOther() {
        Sheet sheet = WorkbookFile.read(new RawWorkbook()
                        .sheet("S", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c></row>")
                        .bytes())
                .get(0);

        assertThat(sheet.rows()).extracting(SheetRow::number).containsExactly(1, 2);
        assertThat(sheet.rows().get(0).cell(1).text()).isEqualTo("2");
        assertThat(sheet.rows().get(1).address(2)).isEqualTo("C2");
        assertThat(SheetRow.columnName(26)).isEqualTo("AA");
    }

    @Test
    void hiddenSheetsAreToldFromThoseAPersonSees() {
        List<Sheet> sheets = WorkbookFile.read(new RawWorkbook()
                .sheet("A", "")
                .sheet("B", "state=\"hidden\"", "")
                .sheet("C", "state=\"veryHidden\"", "")
                .bytes());

        assertThat(sheets).extracting(Sheet::hidden).containsExactly(false, true, true);
    }

    @Test
    void aSheetThatIsListedAndNotThereIsNamed() {
        byte[] cut = new RawWorkbook().sheet("Toán", "").listed("Khoa học", "").bytes();

        assertThatThrownBy(() -> WorkbookFile.read(cut))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Khoa học");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STT;Họ tên;Lớp | school.file.csv",
                "<html><table></table></html> | school.file.web-format",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/> | school.file.web-format",
                "%PDF-1.7 | school.file.not-xlsx"
            })
    void aFileThatOnlyBearsTheNameIsCalledWhatItIs(String content, String reason) {
        assertThatThrownBy(() -> WorkbookFile.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin, school.file.binary-format",
        "hoc-sinh.XLSX, school.file.archive",
        "word/document.xml, school.file.not-xlsx",
        "readme.txt, school.file.damaged"
    })
    void anArchiveOfAnotherKindIsCalledWhatItIs(String part, String reason) {
        byte[] content = new RawWorkbook().part(part, "x").bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo(reason);
    }

    @Test
    void anOpenDocumentIsCalledWhatItIs() {
        byte[] content = new RawWorkbook()
                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .part("content.xml", "<office:document-content/>")
                .bytes();

        assertThatThrownBy(() -> WorkbookFile.read(content)).extracting("key").isEqualTo("school.file.open-document");
    }

    @Test
    void aHundredThousandRowsThatAreOnlyFormattedAreReadPast() {
        StringBuilder rows = new StringBuilder("<row r='1'><c r='A1' t='str'><v>STT</v></c></row>");
        for (int row = 2; row <= 100_001; row++) {
            rows.append("<row r='").append(row).append("' s='3' customFormat='1'>");
            for (char column = 'A'; column <= 'Z'; column++) {
                rows.append("<c r='").append(column).append(row).append("' s='12'/>");
            }
            rows.append("</row>");
        }
        rows.append("<row r='100002'><c r='A100002' t='str'><v>1</v></c></row>");
        byte[] content = new RawWorkbook().sheet("Sheet1", rows.toString()).bytes();
        rows.setLength(0);
        rows.trimToSize();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        List<SheetRow> read = WorkbookFile.read(content).get(0).rows();

        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        System.out.println("100,000 formatted rows: " + took.toMillis() + " ms of processor time");
        assertThat(read).extracting(SheetRow::number).containsExactly(1, 100_002);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    private static Cell only(String cell) {
        return WorkbookFile.read(new RawWorkbook()
                        .sheet("S", "<row r='1'>" + cell + "</row>")
                        .bytes())
                .get(0)
                .rows()
                .get(0)
                .cell(0);
    }

    private static List<Cell> shared(String items) {
        byte[] content = new RawWorkbook()
                .sheet("S", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .sharedTexts(items)
                .bytes();
        return WorkbookFile.read(content).get(0).rows().get(0).cells();
    }
}
