package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.school.workbook.RawWorkbook;
import vn.hocba.school.workbook.SheetRow;
import vn.hocba.shared.Refused;

/** Which column is meant where a sheet has several that could be it. */
class ColumnsToldApartTest {

    private static final String TITLE = "BẢNG ĐÁNH GIÁ CUỐI NĂM MÔN TOÁN - LỚP 1A";

    @Test
    void theLevelOfTheYearsEndWinsOverThatOfATermLeftOfIt() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE,
                        "STT",
                        "Lớp",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Mức đạt được",
                        "Nhận xét",
                        "Mức đạt được CK",
                        "Điểm KTĐK",
                        "Nhận xét CK")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém", "T", 9, "Tốt"));

        assertThat(values(table, Column.LEVEL)).containsExactly("T");
        assertThat(values(table, Column.COMMENT)).containsExactly("Tốt");
    }

    @Test
    void theCodeOfTheSectorWinsOverOtherCodes() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE, "Mã học sinh", "Mã định danh", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được CK")
                .row("HS01", "079220000001", "9900000001", "Nguyễn Văn An", "T"));

        assertThat(values(table, Column.MOET_CODE)).containsExactly("9900000001");
    }

    @Test
    void twoColumnsOfWhichNeitherIsMoreExactAreRefusedAndNamed() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        TITLE, "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được CK", "Mức đạt được cuối năm")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«Mức đạt được CK» (C)")
                .hasMessageContaining("«Mức đạt được cuối năm» (D)");
    }

    @Test
    void aLonelyColumnAmongThoseOfATermIsNotTakenForTheYears() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        TITLE,
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Mức đạt được",
                        "Điểm KTĐK",
                        "Mức đạt được CK",
                        "Nhận xét")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«Điểm KTĐK» (D)");
    }

    @Test
    void aLonelyColumnBehindThoseOfATermIsNotTakenForTheYearsEither() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        TITLE, "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được CK", "Mức đạt được", "Nhận xét")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«Nhận xét» (E)");
    }

    @Test
    void namesInTwoRowsAreReadTogetherAndTheYearsEndIsMeant() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Học kì I", "", "Cuối năm", "", "")
                .row("", "", "", "", "Mức đạt được", "Nhận xét", "Mức đạt được", "Điểm KTĐK", "Nhận xét")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém", "T", 9, "Tốt"));

        assertThat(table.rows()).hasSize(1);
        assertThat(values(table, Column.LEVEL)).containsExactly("T");
        assertThat(values(table, Column.TEST_MARK)).containsExactly("9");
        assertThat(values(table, Column.COMMENT)).containsExactly("Tốt");
        assertThat(table.oddRows()).isEmpty();
    }

    @Test
    void periodsBelowTheNameOfAColumnAreReadTogetherToo() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được", "", "Nhận xét")
                .row("", "", "", "", "HK1", "Cuối năm", "")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "T", "Tốt"));

        assertThat(values(table, Column.LEVEL)).containsExactly("T");
    }

    @Test
    void aSheetThatHoldsOnlyPartsOfTheYearIsRefused() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                                TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Học kì I", "")
                        .row("", "", "", "", "Mức đạt được", "Nhận xét")
                        .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Mức đạt được");
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ HỌC KÌ I MÔN TOÁN - LỚP 1A",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Mức đạt được")))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo("school.file.part-of-year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HK1", "HKI", "HK 1", "GK2", "GHKII", "CK1", "Cuối HKI", "Kì 1"})
    void termsInTheirShortFormsAreNotTheYear(String term) {
        assertThatThrownBy(() -> read(
                        TestWorkbook.withHeader(TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", term, "")
                                .row("", "", "", "", "Mức đạt được", "Nhận xét")
                                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém")))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo("school.file.only-terms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CKII",
                "CK2",
                "CK II",
                "Cuối kì 2",
                "Cuối kỳ II",
                "Cuối HKII",
                "Cuối học kì II",
                "Học kì II",
                "HK2"
            })
    void theSecondTermIsTheYearsEndWhereNothingSaysItBetter(String term) {
        Object[] pupil = {1, "1A", "9900000001", "Nguyễn Văn An", "T", "Tốt"};
        SheetTable above =
                read(TestWorkbook.withHeader(TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", term, "")
                        .row("", "", "", "", "Mức đạt được", "Nhận xét")
                        .row(pupil));
        SheetTable alone = read(TestWorkbook.withHeader(TITLE, "", "", "", "", term, "")
                .row("STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được", "Nhận xét")
                .row(pupil));
        SheetTable within = read(TestWorkbook.withHeader(
                        TITLE,
                        "STT",
                        "Lớp",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Mức đạt được " + term,
                        "Nhận xét " + term)
                .row(pupil));
        SheetTable besideTheFirst = read(TestWorkbook.withHeader(
                        TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Học kì I", "", term, "")
                .row("", "", "", "", "Mức đạt được", "Nhận xét", "Mức đạt được", "Nhận xét")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém", "T", "Tốt"));

        assertThat(List.of(above, alone, within, besideTheFirst)).allSatisfy(table -> {
            assertThat(values(table, Column.LEVEL)).containsExactly("T");
            assertThat(values(table, Column.COMMENT)).containsExactly("Tốt");
        });
    }

    @Test
    void theYearsEndWinsOverTheSecondTerm() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Học kì II", "", "Cuối năm", "")
                .row("", "", "", "", "Mức đạt được", "Nhận xét", "Mức đạt được", "Nhận xét")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém", "T", "Tốt"));

        assertThat(values(table, Column.LEVEL)).containsExactly("T");
    }

    @Test
    void namesInThreeRowsAreReadTogether() {
        SheetTable table = read(TestWorkbook.withHeader(
                        TITLE, "STT", "Lớp", "Thông tin học sinh", "", "Học kì I", "", "Cuối năm", "", "")
                .row("", "", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Toán", "", "Toán", "", "Ghi chú")
                .row("", "", "", "", "Mức đạt được", "Nhận xét", "Mức đạt được", "Nhận xét", "")
                .row(1, 2, 3, 4, 5, 6, 7, 8, 9)
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém", "T", "Tốt", ""));

        assertThat(table.rows()).hasSize(1);
        assertThat(values(table, Column.LEVEL)).containsExactly("T");
        assertThat(values(table, Column.COMMENT)).containsExactly("Tốt");
        assertThat(values(table, Column.MOET_CODE)).containsExactly("9900000001");
        assertThat(table.oddRows()).isEmpty();
    }

    @Test
    void qualitiesInThreeRowsAreFoundUnderTheirGroup() {
        SheetTable table = read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP 1A",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Học kì I",
                        "Cuối năm",
                        "",
                        "",
                        "")
                .row("", "", "", "Phẩm chất chủ yếu", "Phẩm chất chủ yếu", "", "Số ngày nghỉ", "")
                .row("", "", "", "Yêu nước", "Yêu nước", "Nhân ái", "Nghỉ có phép", "Nghỉ không phép")
                .row(1, "9900000001", "Nguyễn Văn An", "C", "T", "Đ", 0, 0));

        assertThat(TraitColumns.names(table.header())).isEqualTo(Map.of(4, "Yêu nước", 5, "Nhân ái"));
        assertThat(values(table, Column.EXCUSED)).containsExactly("0");
    }

    @Test
    void namesBelowThoseOfATermAreNotTakenForTheYearsBecauseTheirRowIsComplete() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(TITLE, "Thông tin học sinh", "", "", "", "Học kì I", "")
                        .row("STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được", "Nhận xét")
                        .row(1, "1A", "9900000001", "Nguyễn Văn An", "C", "Kém")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«Học kì I – Mức đạt được»")
                .hasMessageContaining("bảng đánh giá cuối năm");
    }

    @Test
    void aHeadingBelowTheNamesIsNoNameAndAPlaceIsNoTerm() {
        SheetTable table = read(TestWorkbook.withHeader(TITLE, "Trường TH Kỳ Sơn", "", "Huyện: Kỳ Anh")
                .row("STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Kết quả", "")
                .row("", "", "", "", "Mức đạt được", "Nhận xét")
                .row("Lớp: A", "", "Giáo viên: Lê Thị Bình")
                .row(1, "1A", "9900000001", "Nguyễn Văn An", "T", "Tốt"));

        assertThat(values(table, Column.LEVEL)).containsExactly("T");
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void namesThatStandApartAreRefusedWithTheRowsAndARemedy() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên")
                        .row()
                        .row("", "", "", "", "Mức đạt được CK", "Nhận xét CK")
                        .row(1, "1A", "9900000001", "Nguyễn Văn An", "T", "Tốt")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("6, 8")
                .hasMessageContaining("cùng một hàng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIỮA HKII", "GIỮA HK2", "GIỮA KÌ II", "GK2", "GHKI", "CKI", "HK1"})
    void aTitleOfATermInItsShortFormIsNotOfTheYear(String term) {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ " + term + " MÔN TOÁN - LỚP 1A",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Mức đạt được")))
                .isInstanceOf(Refused.class)
                .extracting("key")
                .isEqualTo("school.file.part-of-year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mẹ", "Thông tin bố", "Cha", "Người giám hộ"})
    void whatStandsUnderARelativeIsNotThePupils(String relative) {
        SheetTable table = read(TestWorkbook.withHeader(
                        "DANH SÁCH HỌC SINH",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Ngày sinh",
                        "Giới tính",
                        "Trạng thái",
                        "Lớp",
                        relative,
                        "")
                .row("", "", "", "", "", "", "Số CCCD", "Dân tộc")
                .row("9900000001", "Nguyễn Văn An", "05/07/2020", "Nam", "Đang học", "1A", "001185000001", "Tày"));

        assertThat(table.rows()).hasSize(1);
        assertThat(table.has(Column.PERSONAL_ID)).isFalse();
        assertThat(table.has(Column.ETHNICITY)).isFalse();
    }

    @Test
    void theNumbersOfTheColumnsAreNoRowOfTheTable() {
        SheetTable table = read(
                TestWorkbook.withHeader(TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được CK")
                        .row(1, 2, 3, 4, 5)
                        .row(1, "1A", "9900000001", "Nguyễn Văn An", "T"));
        SheetTable lettered = read(
                TestWorkbook.withHeader(TITLE, "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Mức đạt được CK")
                        .row("A", "B", "(1)", "(2)", "(3)")
                        .row(1, "1A", "9900000001", "Nguyễn Văn An", "T"));

        assertThat(table.rows()).extracting(SheetRow::number).containsExactly(8);
        assertThat(lettered.rows()).extracting(SheetRow::number).containsExactly(8);
        assertThat(lettered.oddRows()).isEmpty();
    }

    @Test
    void hiddenSheetsAreSaidAndAWorkbookOfNothingElseIsRefused() {
        String rows = "<row><c t='str'><v>BẢNG</v></c></row>";
        byte[] allHidden = new RawWorkbook()
                .sheet("Toán", "state=\"hidden\"", rows)
                .sheet("Trống", "")
                .bytes();

        assertThatThrownBy(() -> UploadedFile.read(new NamedFile("a.xlsx", allHidden)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Toán")
                .hasMessageContaining("Bỏ ẩn");
    }

    @Test
    void aWorkbookInAnOldCodePageIsRefusedWithTheAdviceToConvert() {
        NamedFile old = TestWorkbook.withHeader("DANH S¸CH HäC SINH", "STT", "Hä vµ tªn", "Ngµy sinh", "Líp häc")
                .row(1, "NguyÔn V¨n An", "15/03/2020", "1A")
                .file();

        assertThatThrownBy(() -> UploadedFile.read(old))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TCVN3")
                .hasMessageContaining("UniKey");
    }

    @Test
    void qualitiesUnderACommonHeadingAreFoundByTheirOwnNames() {
        SheetTable table = read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP 1A",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Phẩm chất chủ yếu",
                        "",
                        "Nghỉ có phép",
                        "Nghỉ không phép")
                .row("", "", "", "Yêu nước", "Nhân ái", "", "")
                .row(1, "9900000001", "Nguyễn Văn An", "T", "Đ", 0, 0));

        assertThat(table.header().groups())
                .isEqualTo(Map.of(3, List.of("Phẩm chất chủ yếu"), 4, List.of("Phẩm chất chủ yếu")));
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void twoColumnsOfOneQualityAreRefusedAndNamed() {
        assertThatThrownBy(() -> read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP 1A",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "PC: Yêu nước",
                        "PC: Nhân ái",
                        "PC: Yêu nước",
                        "Nghỉ có phép",
                        "Nghỉ không phép")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«PC: Yêu nước» (C), «PC: Yêu nước» (E)");
    }

    @Test
    void aQualityOfATermIsNotTheYears() {
        SheetTable table = read(TestWorkbook.withHeader(
                        "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP 1A",
                        "STT",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "Học kì I",
                        "Cuối năm",
                        "",
                        "")
                .row("", "", "", "PC: Yêu nước", "PC: Yêu nước", "Nghỉ có phép", "Nghỉ không phép")
                .row(1, "9900000001", "Nguyễn Văn An", "C", "T", 0, 0));

        assertThat(TraitColumns.names(table.header())).isEqualTo(Map.of(4, "Yêu nước"));
    }

    private static SheetTable read(TestWorkbook workbook) {
        return UploadedFile.read(workbook.file()).tables().get(0);
    }

    private static List<String> values(SheetTable table, Column column) {
        return table.rows().stream().map(row -> table.cell(row, column).text()).toList();
    }
}
