package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.school.ImportPlan.Place;

class PupilHistoryTest {

    @ParameterizedTest
    @CsvSource({"Chuyển đi kỳ 1, Chuyển đến kỳ 1", "Chuyển đi, Chuyển đến"})
    void whoLeftOneClassAndCameIntoAnotherStudiesThereWhicheverRowStandsFirst(String left, String came) {
        for (boolean cameFirst : List.of(true, false)) {
            Object[] away = row("Nguyễn Văn Toàn", left, "1A");
            Object[] here = row("Nguyễn Văn Toàn", came, "1B");
            List<Place> rows = cameFirst ? rows(here, away) : rows(away, here);
            PupilHistory history = history(rows);

            assertThat(rows)
                    .filteredOn(row -> history.laterThan(row).isEmpty())
                    .singleElement()
                    .extracting(
                            row -> row.table().cell(row.row(), Column.STATUS).text())
                    .isEqualTo(came);
        }
    }

    @Test
    void namesThatDifferByTheirTonesAreOfTwoPersons() {
        List<Place> rows =
                rows(row("Nguyễn Văn Toàn", "Chuyển đi kỳ 1", "1A"), row("Nguyễn Văn Toán", "Chuyển đến kỳ 2", "1A"));

        assertThat(rows).allMatch(row -> history(rows).clash(row).isPresent());
    }

    @Test
    void spellingsOfOneNameAreOfOnePerson() {
        List<Place> rows = rows(row("Lý Thị Hoà", "Chuyển đi kỳ 1", "1A"), row("LÍ THỊ HÒA", "Chuyển đến kỳ 2", "1A"));

        assertThat(rows).allMatch(row -> history(rows).clash(row).isEmpty());
    }

    private static PupilHistory history(List<Place> rows) {
        return new PupilHistory(new PupilStatuses(), rows, Set.of());
    }

    private static Object[] row(String name, String status, String className) {
        return new Object[] {"9900000001", name, "05/07/2020", "Nam", status, className};
    }

    private static List<Place> rows(Object[]... rows) {
        TestWorkbook workbook = TestWorkbook.withHeader(
                "DANH SÁCH HỌC SINH",
                "Mã định danh Bộ GD&ĐT",
                "Họ và tên",
                "Ngày sinh",
                "Giới tính",
                "Trạng thái",
                "Lớp");
        for (Object[] row : rows) {
            workbook.row(row);
        }
        SheetTable table = UploadedFile.read(workbook.file()).tables().get(0);
        return table.rows().stream().map(row -> new Place("a.xlsx", table, row)).toList();
    }
}
