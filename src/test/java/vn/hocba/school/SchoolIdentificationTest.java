package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.SchoolYear;

class SchoolIdentificationTest {

    private final SchoolIdentification identification = new SchoolIdentification();

    @Test
    void theTitlesAndGradesSayWhichSchoolItIs() {
        assertThat(identification.read(List.of(SchoolTest.folder("src/main/resources/demo/tieu-hoc-hoa-binh"))))
                .isEqualTo(new SchoolIdentification.Identity(
                        "79774401",
                        "Trường Tiểu học Hòa Bình",
                        "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",
                        new SchoolYear(2026),
                        SchoolLevel.PRIMARY));
    }

    @Test
    void aLowerSecondarySchoolIsKnownByItsGrades() {
        assertThat(identification.read(List.of(SchoolTest.folder("src/test/resources/samples/thcs-binh-minh"))))
                .extracting(SchoolIdentification.Identity::name, SchoolIdentification.Identity::level)
                .containsExactly("Trường THCS Bình Minh", SchoolLevel.LOWER_SECONDARY);
    }

    @Test
    void filesOfTwoSchoolsAreRefused() {
        NamedFile one = TestWorkbook.staff().file();
        NamedFile other =
                TestWorkbook.staff().of("TRƯỜNG TIỂU HỌC KHÁC (99000002)").file();

        assertThatThrownBy(() -> identification.read(List.of(one, other)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cùng một trường");
    }

    @ParameterizedTest
    @CsvSource({
        "TRƯỜNG TIỂU HỌC HÒA BÌNH,Trường Tiểu học Hòa Bình",
        "TRƯỜNG THCS BÌNH MINH,Trường THCS Bình Minh",
        "TRƯỜNG TH&THCS K'BANG,Trường TH&THCS K'Bang",
        "TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NẬM CẮN,Trường Tiểu học và Trung học cơ sở Nậm Cắn",
        "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC Y TÝ,Trường Phổ thông dân tộc bán trú Tiểu học Y Tý",
        "TRƯỜNG TIỂU HỌC SỐ 2 ĐẮK HÀ,Trường Tiểu học số 2 Đắk Hà",
        "TRƯỜNG TIỂU HỌC LÊ THỊ HỒNG GẤM II,Trường Tiểu học Lê Thị Hồng Gấm II",
        "Trường Tiểu học Kim Đồng,Trường Tiểu học Kim Đồng",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH QUẢNG NINH,Sở Giáo dục và Đào tạo tỉnh Quảng Ninh",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO HÀ NỘI,Sở Giáo dục và Đào tạo Hà Nội",
    })
    void namesInCapitalsAreWrittenAsDocumentsWriteThem(String capitals, String written) {
        assertThat(VietnameseTitle.of(capitals)).isEqualTo(written);
    }
}
