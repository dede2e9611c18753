package vn.hocba.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.identity.Role;
import vn.hocba.shared.SchoolYear;

/** A few people of two schools, and menu entries for the screens of these tests. */
@TestConfiguration
class ShellFixture {

    static final String PASSWORD = "hocba";

    @Bean
    CommandLineRunner people(Accounts accounts) {
        return args -> {
            put(accounts, "gv.lan", "Nguyễn Thị Lan", "Giáo viên", Role.TEACHER, "th-hoa-binh", "/so/pb/th-hoa-binh/");
            put(accounts, "gv.duc", "Quàng Văn Đức", "Giáo viên", Role.TEACHER, "th-hoa-binh", "/so/pb/th-hoa-binh/");
            put(
                    accounts,
                    "ht.hung",
                    "Trần Văn Hùng",
                    "Hiệu trưởng",
                    Role.PRINCIPAL,
                    "th-hoa-binh",
                    "/so/pb/th-hoa-binh/");
            put(accounts, "vt.mai", "Lò Thị Mai", "Văn thư", Role.CLERK, "th-hoa-binh", "/so/pb/th-hoa-binh/");
            put(accounts, "qt.pao", "Vừ A Páo", "Quản trị", Role.SCHOOL_ADMIN, "th-hoa-binh", "/so/pb/th-hoa-binh/");
            put(accounts, "gv.mari", "H'Mari Niê", "Giáo viên", Role.TEACHER, "th-an-phu", "/so/pb/th-an-phu/");
            put(accounts, "ql.son", "Đỗ Hồng Sơn", "Chuyên viên", Role.SUPERVISOR, "pb", "/so/pb/");
            put(accounts, "so.binh", "Phạm Thanh Bình", "Chuyên viên", Role.PROVINCE, "so", "/so/");
        };
    }

    private static void put(
            Accounts accounts, String username, String name, String title, Role role, String unit, String path) {
        accounts.put(new NewAccount(username, PASSWORD, name, title, Set.of(role), null, unit, path));
    }

    @Bean
    @Primary
    ShellContext fixtureContext() {
        return new ShellContext() {
            @Override
            public String unitName(CurrentUser user) {
                return switch (user.unitId()) {
                    case "th-hoa-binh" -> "Trường TH Hòa Bình";
                    case "th-an-phu" -> "Trường TH An Phú";
                    case "pb" -> "Phòng Văn hóa – Xã hội phường Bắc Hà";
                    default -> "Sở GDĐT";
                };
            }

            @Override
            public Optional<SchoolYear> schoolYear(CurrentUser user) {
                return Optional.of(new SchoolYear(2026));
            }

            @Override
            public String duties(CurrentUser user) {
                return user.username().equals("gv.lan") ? "Chủ nhiệm 4A, dạy Toán, Tiếng Việt 4A" : user.title();
            }
        };
    }

    @Bean
    MenuEntry samples() {
        return new MenuEntry("uitest.empty", SampleView.class, VaadinIcon.INBOX, 1, Right.SEE_SUMMARY, () -> 73);
    }

    @Bean
    MenuEntry forTeachers() {
        return new MenuEntry("uitest.worksheet", WorksheetSampleView.class, VaadinIcon.TABLE, 2, Right.ENTER_MARKS);
    }
}
