package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.school.TestWorkbook.pupil;
import static vn.hocba.school.TestWorkbook.with;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.school.CombinedClasses.Room;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** With whom and where a class is taught, as the list of pupils says it: the columns «Lớp ghép» and «Điểm trường» beside the class of each grade. */
class ListedRoomsTest extends SchoolTest {

    private static final int CLASS = 7;
    private static final int GRADE = 8;

    @Autowired
    CombinedClasses combined;

    private Unit school;
    private final Object[] mai = pupil(1, "Lò Thị Mai");
    private final Object[] pao = with(with(pupil(2, "Vừ A Páo"), CLASS, "2A"), GRADE, "Khối 2");

    @BeforeEach
    void aSchool() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
    }

    private static NamedFile list(Object[]... rows) {
        return listWith("Lớp ghép", rows);
    }

    private static NamedFile sites(Object[]... rows) {
        return listWith("Điểm trường", rows);
    }

    private static NamedFile listWith(String column, Object[]... rows) {
        TestWorkbook list = TestWorkbook.withHeader(
                "DANH SÁCH HỌC SINH",
                "STT",
                "Mã định danh Bộ GD&ĐT",
                "Họ tên",
                "Ngày sinh",
                "Giới tính",
                "Dân tộc",
                "Trạng thái",
                "Lớp học",
                "Khối học",
                "Số định danh cá nhân",
                column);
        Stream.of(rows).forEach(list::row);
        return list.file();
    }

    private static Object[] in(String said, Object[] row) {
        Object[] longer = Arrays.copyOf(row, row.length + 1);
        longer[row.length] = said;
        return longer;
    }

    @Test
    void classesWithOneNameInTheColumnAreOneRoomAndStayItWhereALaterListIsSilent() {
        apply(school, list(in("1+2", mai), in("1+2", pao)));
        apply(school, list(in("", mai), in("", pao)));

        int year = directory.schoolYears(school.id()).get(0);
        assertThat(combined.of(school.id(), year)).singleElement().satisfies(room -> {
            assertThat(room.name()).isEqualTo("1+2");
            assertThat(room.classes())
                    .extracting(ClassInfo::name, ClassInfo::grade)
                    .hasSize(2);
        });
    }

    @Test
    void aTickSaysNotWithWhomAndTwoNamesForOneClassContradictEachOther() {
        ImportPreview ticked = preview(school, list(in("x", mai), in("Không", pao)));
        assertThat(reasons(ticked, Severity.WARNING)).containsExactly("school.pupil.room-unnamed");

        ImportPreview twice = preview(school, list(in("1+2", mai), in("1+3", pupil(3, "Lù A Pó"))));
        assertThat(reasons(twice, Severity.ERROR)).containsExactly("school.pupil.two-rooms");
    }

    @Test
    void thePlaceWhereAClassIsTaughtIsReadAndTwoPlacesContradictEachOther() {
        apply(school, sites(in("Nà Sản", mai), in("Bản Bó", pao)));
        assertThat(jdbc.sql("select concat(name, ' ', site) from school_class where school_id = ? order by name")
                        .param(school.id())
                        .query(String.class)
                        .list())
                .containsExactly("1A Nà Sản", "2A Bản Bó");

        ImportPreview twice = preview(school, sites(in("Nà Sản", mai), in("Bản Bó", pupil(3, "Lù A Pó"))));
        assertThat(reasons(twice, Severity.ERROR)).contains("school.pupil.two-sites");
    }

    @Test
    void oneClassNameForTwoGradesIsRefusedWithTheWayToSayIt() {
        ImportPreview preview = preview(school, list(in("", with(mai, CLASS, "1+2")), in("", with(pao, CLASS, "1+2"))));

        assertThat(preview.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(problem ->
                        assertThat(problem.reason().text(Texts.VIETNAMESE)).contains("cột «Lớp ghép»"));
        assertThat(combined.of(school.id(), 2026)).extracting(Room::name).isEmpty();
    }
}
