package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocba.school.TestWorkbook.pupil;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.school.ImportPreview.Severity;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.SchoolLevel;

/** What a homeroom teacher's sheet says beside levels and absences: comments on the sections of the form, height and weight. */
class ClassColumnsTest extends SchoolTest {

    private static final String TITLE = "BẢNG ĐÁNH GIÁ PHẨM CHẤT, NĂNG LỰC CUỐI NĂM - LỚP 1A";
    private static final String NAME = "Nguyễn Văn An";

    @Autowired
    ImportedMarks importedMarks;

    private Unit school;

    @BeforeEach
    void aPupil() {
        school = school(TestWorkbook.CODE, SchoolLevel.PRIMARY);
        apply(school, TestWorkbook.pupils().row(pupil(1, NAME)).file());
    }

    private Map<String, String> imported() {
        return importedMarks
                .of(directory.classes(school.id(), 2026).get(0).id())
                .get(0)
                .cells();
    }

    private static TestWorkbook sheet(String... more) {
        List<String> header = new java.util.ArrayList<>(List.of(
                "STT", "Lớp", "Mã định danh Bộ GD&ĐT", "Họ và tên", "PC: Yêu nước", "Nghỉ có phép", "Nghỉ không phép"));
        header.addAll(List.of(more));
        return TestWorkbook.withHeader(TITLE, header.toArray(String[]::new));
    }

    @Test
    void theThreeCommentsAndTheBodyAreReadAndCodesOfCommentsAreLeftAlone() {
        NamedFile file = sheet(
                        "Mã nhận xét phẩm chất chủ yếu",
                        "Nhận xét phẩm chất chủ yếu",
                        "Nhận xét NL chung",
                        "Nhận xét năng lực đặc thù",
                        "Chiều cao (cm)",
                        "Cân nặng")
                .row(1, "1A", "9900000001", NAME, "T", 0, 0, "PC01", "Ngoan.", "Tự giác.", "Tính nhanh.", 120, 23.5)
                .file();

        assertThat(reasons(preview(school, file), Severity.WARNING)).containsOnly("school.marks.traits-missing");
        apply(school, file);

        assertThat(imported())
                .isEqualTo(Map.of(
                        "PC1",
                        "T",
                        "excused",
                        "0",
                        "unexcused",
                        "0",
                        "qualityComment",
                        "Ngoan.",
                        "commonComment",
                        "Tự giác.",
                        "specificComment",
                        "Tính nhanh.",
                        "heightCm",
                        "120",
                        "weightKg",
                        "23,5"));
    }

    @Test
    void commentsStandBesideTheLevelsOfTheirSectionInSheetsWithTwoRowsOfNames() {
        NamedFile file = TestWorkbook.withHeader(
                        TITLE,
                        "STT",
                        "Lớp",
                        "Mã định danh Bộ GD&ĐT",
                        "Họ và tên",
                        "2. Phẩm chất chủ yếu",
                        "",
                        "3.1. Năng lực chung",
                        "",
                        "",
                        "Năng lực đặc thù",
                        "",
                        "Nghỉ có phép",
                        "Nghỉ không phép")
                .row(
                        "",
                        "",
                        "",
                        "",
                        "Yêu nước",
                        "Nhận xét",
                        "Tự chủ và tự học",
                        "Mã nhận xét",
                        "Nội dung nhận xét",
                        "Ngôn ngữ",
                        "Nhận xét",
                        "",
                        "")
                .row(1, "1A", "9900000001", NAME, "T", "Ngoan.", "Đ", "NL7", "Tự giác.", "T", "Đọc tốt.", 0, 0)
                .file();

        assertThat(reasons(preview(school, file), Severity.ERROR)).isEmpty();
        apply(school, file);

        assertThat(imported())
                .containsEntry("PC1", "T")
                .containsEntry("NLC1", "Đ")
                .containsEntry("NLD1", "T")
                .containsEntry("qualityComment", "Ngoan.")
                .containsEntry("commonComment", "Tự giác.")
                .containsEntry("specificComment", "Đọc tốt.")
                .doesNotContainKey("comment");
    }

    @Test
    void whatIsNoMeasureLeavesTheCellEmptyAndTheRowUsable() {
        NamedFile file = sheet("Chiều cao", "Cân nặng", "Nhận xét")
                .row(1, "1A", "9900000001", NAME, "T", 0, 0, "1m20", "23,55", "Ngoan.")
                .file();

        assertThat(reasons(preview(school, file), Severity.WARNING))
                .filteredOn("school.marks.bad-measure"::equals)
                .hasSize(2);
        apply(school, file);

        assertThat(imported()).containsEntry("comment", "Ngoan.").doesNotContainKeys("heightCm", "weightKg");
    }

    @Test
    void aListOfPupilsSaysWhoHasADisabilityAndHowTallAndHeavyPupilsAre() {
        NamedFile list = TestWorkbook.withHeader(
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
                        "Học hòa nhập",
                        "Cân nặng (kg)")
                .row(with(pupil(1, NAME), "Khiếm thính", "23,5"))
                .row(with(pupil(2, "Trần Thị Bưởi"), "Không đánh giá", ""))
                .row(with(pupil(3, "Lê Văn Cam"), "Không", 30))
                .row(with(pupil(4, "Bế Văn Đàn"), "", ""))
                .file();

        assertThat(reasons(preview(school, list), Severity.WARNING))
                .contains("school.pupil.disability.PLAN", "school.pupil.disability.NOTHING");
        apply(school, list);

        assertThat(importedMarks.of(directory.classes(school.id(), 2026).get(0).id()))
                .extracting(ImportedMarks.Row::part, ImportedMarks.Row::cells)
                .containsExactlyInAnyOrder(
                        tuple(
                                ImportedMarks.LISTED,
                                Map.of(
                                        "assessedBy",
                                        "PLAN",
                                        "assessedGround",
                                        "Học hòa nhập trong danh sách học sinh của trường: Khiếm thính",
                                        "weightKg",
                                        "23,5")),
                        tuple(
                                ImportedMarks.LISTED,
                                Map.of(
                                        "assessedBy",
                                        "NOTHING",
                                        "assessedGround",
                                        "Học hòa nhập trong danh sách học sinh của trường: Không đánh giá")),
                        tuple(ImportedMarks.LISTED, Map.of("weightKg", "30")));
    }

    private static Object[] with(Object[] row, Object... more) {
        Object[] all = Arrays.copyOf(row, row.length + more.length);
        System.arraycopy(more, 0, all, row.length, more.length);
        return all;
    }
}
