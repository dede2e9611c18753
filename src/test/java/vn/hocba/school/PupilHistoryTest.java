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

    @ParameterizedTest
    @CsvSource({
        "Thôi học, Xin học lại",
        "Thôi học kỳ 1, Xin học lại",
        "Thôi học, Nghỉ học xin học lại kỳ 2",
        "Chuyển đi, Chuyển về",
        "Bảo lưu kỳ 1, Xin học lại kỳ 1",
        "Thôi học, Đang học",
        "Chuyển đến trong hè, Thôi học kỳ 1",
        "Chuyển đến kỳ 1, Thôi học kỳ 2"
    })
    void whatHappenedLastInOneClassIsToldByTheWordsWhicheverRowStandsFirst(String before, String after) {
        for (boolean afterFirst : List.of(true, false)) {
            Object[] one = row("Nguyễn Văn Toàn", before, "1A");
            Object[] two = row("Nguyễn Văn Toàn", after, "1A");
            List<Place> rows = afterFirst ? rows(two, one) : rows(one, two);
            PupilHistory history = history(rows);

            assertThat(rows).allMatch(row -> history.clash(row).isEmpty());
            assertThat(rows)
                    .filteredOn(row -> history.laterThan(row).isEmpty())
                    .singleElement()
                    .extracting(
                            row -> row.table().cell(row.row(), Column.STATUS).text())
                    .isEqualTo(after);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Chuyển đến kỳ 1, Chuyển đi kỳ 1",
        "Chuyển đến, Thôi học",
        "Chuyển đến kỳ 2, Thôi học",
        "Thôi học kỳ 1, Chuyển đi kỳ 1",
        "Bảo lưu, Thôi học"
    })
    void whatTheWordsDoNotTellIsNotDecidedByTheOrderOfTheRows(String one, String other) {
        for (boolean otherFirst : List.of(true, false)) {
            Object[] first = row("Nguyễn Văn Toàn", one, "1A");
            Object[] second = row("Nguyễn Văn Toàn", other, "1A");
            List<Place> rows = otherFirst ? rows(second, first) : rows(first, second);
            PupilHistory history = history(rows);

            assertThat(history.clash(rows.get(0))).contains(new PupilHistory.Clash(rows.get(1), Column.STATUS));
            assertThat(history.clash(rows.get(1))).contains(new PupilHistory.Clash(rows.get(0), Column.STATUS));
        }
    }

    @Test
    void ofThreeRowsTheLastEventCountsWhereverItStands() {
        List<Place> rows = rows(
                row("Nguyễn Văn Toàn", "Thôi học kỳ 2", "1A"),
                row("Nguyễn Văn Toàn", "Xin học lại kỳ 1", "1A"),
                row("Nguyễn Văn Toàn", "Thôi học kỳ 1", "1A"));

        assertThat(history(rows).laterThan(rows.get(0))).isEmpty();
        assertThat(history(rows).laterThan(rows.get(1))).contains(rows.get(0));
        assertThat(history(rows).laterThan(rows.get(2))).contains(rows.get(0));
    }

    @Test
    void aStatusInUnknownWordsIsNotPassedOverBesideAnother() {
        for (boolean unknownFirst : List.of(true, false)) {
            Object[] unknown = row("Nguyễn Văn Toàn", "Vắng", "1A");
            Object[] left = row("Nguyễn Văn Toàn", "Chuyển đi kỳ 1", "1A");
            List<Place> rows = unknownFirst ? rows(unknown, left) : rows(left, unknown);

            assertThat(history(rows).laterThan(rows.get(unknownFirst ? 1 : 0)))
                    .contains(rows.get(unknownFirst ? 0 : 1));
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
