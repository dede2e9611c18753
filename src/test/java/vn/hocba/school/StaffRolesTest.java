package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.identity.Role;

class StaffRolesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hiệu trưởng | | PRINCIPAL",
                "Phó Hiệu trưởng | | PRINCIPAL",
                "Phó hiệu trưởng | Giáo viên tiểu học hạng II | PRINCIPAL TEACHER",
                "Nhân viên văn thư | | CLERK",
                "Văn thư, thủ quỹ | | CLERK",
                "Nhân viên công nghệ thông tin | | SCHOOL_ADMIN",
                "Quản trị mạng | | SCHOOL_ADMIN",
                "Giáo viên | | TEACHER",
                "| Giáo viên tiểu học hạng III | TEACHER",
                "Bảo vệ | | ",
                "Nhân viên thư viện | | ",
                "| | ",
            })
    void theTitleSaysWhatSomebodyMayBe(String title, String position, String roles) {
        Set<Role> expected = Stream.ofNullable(roles)
                .flatMap(all -> Stream.of(all.split(" ")))
                .map(Role::valueOf)
                .collect(Collectors.toSet());

        assertThat(StaffRoles.of(title, position)).isEqualTo(expected);
    }
}
