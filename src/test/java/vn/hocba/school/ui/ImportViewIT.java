package vn.hocba.school.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolLevel;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.school.Units.NewUnit;
import vn.hocba.ui.Browser;
import vn.hocba.ui.BrowserTest;

/** The school admin takes a whole folder in, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@BrowserTest
class ImportViewIT {

    private static final Path FOLDER = Path.of("src/main/resources/demo/tieu-hoc-rang-dong");

    @LocalServerPort
    private int port;

    @Autowired
    private Units units;

    @Autowired
    private Accounts accounts;

    @Test
    void aFolderIsPreviewedThenWrittenThenSeenAmongThePeople(Browser browser) throws IOException {
        Unit school = units.putAsSystem(new NewUnit(
                "79774402",
                UnitKind.SCHOOL,
                "Trường Tiểu học Rạng Đông",
                null,
                SchoolLevel.PRIMARY,
                "0300000002",
                "Thành phố Hồ Chí Minh"));
        accounts.put(new NewAccount(
                "quan.tri",
                "hocba",
                "Nguyễn Quản Trị",
                "Công nghệ thông tin",
                Set.of(Role.SCHOOL_ADMIN),
                null,
                school.id(),
                school.path()));
        Page page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/import");
        page.getByLabel("Tên đăng nhập").fill("quan.tri");
        page.getByLabel("Mật khẩu").fill("hocba");
        page.getByLabel("Mật khẩu").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chọn tệp")))
                .isVisible();
        Browser.picture(page, "import-choose");

        choose(page, workbooks());
        Locator write = button(page, "Ghi vào hệ thống");
        assertThat(write).isEnabled();
        assertThat(page.getByText("1 lưu ý")).isVisible();
        assertThat(tab(page, "Tệp (8)")).isVisible();
        Browser.picture(page, "import-files");
        tab(page, "Vấn đề (1)").click();
        assertThat(page.getByText("Học sinh người nước ngoài")).isVisible();
        Browser.picture(page, "import-problems");
        write.click();
        assertThat(page.getByText("Năm học 2026 - 2027: đã tạo mới")).isVisible();
        Browser.picture(page, "import-done");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhân sự"))
                .click();
        assertThat(tab(page, "Cán bộ, giáo viên (15)")).isVisible();
        Browser.picture(page, "people-staff");
        tab(page, "Học sinh chưa có số định danh (1)").click();
        assertThat(page.getByText("Kim Min-jun")).isVisible();
        Browser.picture(page, "people-without-id");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhập dữ liệu"))
                .click();
        choose(page, new Path[] {
            Path.of("src/main/resources/demo/tieu-hoc-hoa-binh/danh-sach-can-bo.xlsx"), FOLDER.resolve("phan-cong.xlsx")
        });
        assertThat(page.getByText("Tệp của trường có mã 79774401")).isVisible();
        assertThat(button(page, "Ghi vào hệ thống")).isDisabled();
        Browser.picture(page, "import-refused");
    }

    private static void choose(Page page, Path[] files) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(files);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static Path[] workbooks() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            return paths.sorted().toArray(Path[]::new);
        }
    }
}
