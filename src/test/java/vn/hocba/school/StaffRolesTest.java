package vn.hocba.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Role;

class StaffRolesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hiệu trưởng | PRINCIPAL | HEAD",
                "HIỆU TRƯỞNG | PRINCIPAL | HEAD",
                "Hiệu trưởng nhà trường | PRINCIPAL | HEAD",
                "Bí thư chi bộ, Hiệu trưởng | PRINCIPAL | HEAD",
                "Chủ tịch công đoàn kiêm Phó Hiệu trưởng | PRINCIPAL | DEPUTY",
                "Phó Hiệu trưởng | PRINCIPAL | DEPUTY",
                "Phó hiệu trưởng phụ trách | PRINCIPAL | DEPUTY",
                "Q. Hiệu trưởng | PRINCIPAL | ACTING",
                "Quyền Hiệu trưởng | PRINCIPAL | ACTING",
                "Trợ lý Hiệu trưởng | | ",
                "Thư ký Hiệu trưởng | | ",
                "Nhân viên văn thư | CLERK | ",
                "Văn thư, thủ quỹ | CLERK | ",
                "Nhân viên công nghệ thông tin | SCHOOL_ADMIN | ",
                "Quản trị mạng | SCHOOL_ADMIN | ",
                "Chủ tịch Hội đồng quản trị | | ",
                "Kế toán | | ",
                "Giáo viên | | ",
                "Bảo vệ | | ",
                "Nhân viên thư viện | | ",
                " | | ",
            })
    void aTitleProposesWhatSomebodyMayBeAndNoMore(String title, String roles, Capacity capacity) {
        Set<Role> expected = Stream.ofNullable(roles)
                .flatMap(all -> Stream.of(all.split(" ")))
                .map(Role::valueOf)
                .collect(Collectors.toSet());

        assertThat(StaffRoles.proposed(title)).isEqualTo(expected);
        assertThat(StaffRoles.capacity(title)).isEqualTo(Optional.ofNullable(capacity));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Giáo viên | | true", " | Giáo viên tiểu học hạng III | true", "Bảo vệ | Nhân viên | false"})
    void whoIsATeacherTitleOrPositionSays(String title, String position, boolean teacher) {
        assertThat(StaffRoles.isTeacher(title, position)).isEqualTo(teacher);
    }
}
