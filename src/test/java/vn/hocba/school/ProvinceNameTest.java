package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.school.SchoolDirectory.Unit;

class ProvinceNameTest {

    @ParameterizedTest
    @CsvSource({
        "Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh",
        "Sở GDĐT tỉnh Lào Cai, tỉnh Lào Cai",
        "Sở GD&ĐT Hà Nội, Hà Nội",
        "Thành phố Huế, Thành phố Huế",
        "Sở Giáo dục và Đào tạo, Sở Giáo dục và Đào tạo"
    })
    void whereTheAddressDoesNotSayItIsThatOfTheSo(String department, String province) {
        assertThat(ProvinceName.of(unit("Trường", null), unit(department, null)))
                .isEqualTo(province);
    }

    @Test
    void theAddressOfTheSchoolComesFirst() {
        assertThat(ProvinceName.of(unit("Trường", "Tỉnh Lào Cai"), unit("Sở GDĐT Yên Bái", null)))
                .isEqualTo("Tỉnh Lào Cai");
    }

    private static Unit unit(String name, String province) {
        return new Unit("u", "1", UnitKind.SCHOOL, name, null, "/1/", null, null, null, null, province);
    }
}
