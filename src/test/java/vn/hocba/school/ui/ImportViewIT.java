package vn.hocba.school.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.Role;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.school.Units.NewUnit;
import vn.hocba.school.workbook.RawWorkbook;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.ui.Browser;

/** The school admin takes a whole folder in, in a real browser. */
@ScreenTest
class ImportViewIT {

    private static final Path FOLDER = Path.of("src/main/resources/demo/tieu-hoc-rang-dong");

    @LocalServerPort
    private int port;

    @Autowired
    private Units units;

    @Autowired
    private Accounts accounts;

    @Test
    void aFolderIsPreviewedThenWrittenThenSeenAmongThePeople(Browser browser, @TempDir Path folder) throws IOException {
        Page page = signedIn(browser, "79774402", "quan.tri");
        Browser.picture(page, "import-choose");
        damagedFilesAreNamedDroppedOrLeftOutAndTheOthersAreWritten(page, folder);

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
        assertThat(button(page, "Ghi 1 tệp còn lại")).isDisabled();
        Browser.picture(page, "import-refused");
    }

    private static void damagedFilesAreNamedDroppedOrLeftOutAndTheOthersAreWritten(Page page, Path folder)
            throws IOException {
        Path empty = Files.createFile(folder.resolve("bang-danh-gia-2A.xlsx"));
        Path cut = folder.resolve("phan-cong.xlsx");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(FOLDER.resolve("phan-cong.xlsx")), 3000));
        Path lock = Files.write(folder.resolve("~$danh-sach-hoc-sinh.xlsx"), new byte[165]);
        Path paper = Files.writeString(folder.resolve("ghi-chu.txt"), "ghi chú");
        choose(page, new Path[] {
            FOLDER.resolve("danh-sach-hoc-sinh.xlsx"),
            FOLDER.resolve("danh-sach-can-bo.xlsx"),
            FOLDER.resolve("bang-danh-gia-1A.xlsx"),
            empty,
            cut,
            lock,
            paper
        });

        assertThat(button(page, "Chọn tệp khác")).isVisible();
        Browser.picture(page, "import-damaged");
        assertThat(page.getByText("2 tệp KHÔNG được ghi: bang-danh-gia-2A.xlsx, phan-cong.xlsx."))
                .isVisible();
        assertThat(page.getByText("Tệp rỗng (0 byte)")).isVisible();
        assertThat(page.getByText("Tệp bị hỏng, không đọc được")).isVisible();
        assertThat(page.getByText("Chưa tải lên «ghi-chu.txt»: Chỉ nhận tệp Excel .xlsx."))
                .isVisible();
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        Browser.picture(page, "import-damaged");

        page.setViewportSize(390, 844);
        BoundingBox drop = button(page, "Bỏ tệp phan-cong.xlsx").boundingBox();
        assertThat(drop.x + drop.width).as("on a phone").isLessThan(390);
        Browser.picture(page, "import-damaged-390");
        page.setViewportSize(1366, 768);
        button(page, "Bỏ tệp phan-cong.xlsx").click();
        assertThat(page.getByText("1 tệp KHÔNG được ghi: bang-danh-gia-2A.xlsx."))
                .isVisible();
        assertThat(button(page, "Bỏ tệp phan-cong.xlsx")).hasCount(0);
        button(page, "Ghi 3 tệp còn lại").click();

        assertThat(page.getByText("đã tạo mới")).isVisible();
        assertThat(page.getByText("1 tệp KHÔNG được ghi: bang-danh-gia-2A.xlsx. Sửa xong"))
                .isVisible();
        assertThat(tab(page, "Tệp (3)")).isVisible();
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        Browser.picture(page, "import-damaged-done");
        button(page, "Nhập tệp khác").click();
    }

    @Test
    void whenEveryFileIsDamagedThereIsNothingToWriteAndDroppingTheLastLeadsBack(Browser browser, @TempDir Path folder)
            throws IOException {
        Page page = signedIn(browser, "79774403", "quan.tri.3");
        choose(page, new Path[] {Files.createFile(folder.resolve("rong.xlsx"))});

        assertThat(page.getByText("Không tệp nào nhập được")).isVisible();
        assertThat(button(page, "Ghi vào hệ thống")).isDisabled();
        Browser.picture(page, "import-all-damaged");
        button(page, "Bỏ tệp rong.xlsx").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chọn tệp")))
                .isVisible();
    }

    @Test
    void aProblemIsShownAtItsCellWithBothSourcesAndFitsTheScreen(Browser browser, @TempDir Path folder)
            throws IOException {
        Page page = signedIn(browser, "79774404", "quan.tri.4");
        Path list = workbook(
                folder.resolve("danh-sach-hoc-sinh.xlsx"),
                "DANH SÁCH HỌC SINH",
                "STT|Mã định danh Bộ GD&amp;ĐT|Họ tên|Ngày sinh|Giới tính|Trạng thái|Lớp học|Khối học|Tên cha",
                "1|3152769214|Vàng Tường Vi|07/05/2020|Nữ|Đang học|1A|Khối 1|#N/A",
                "2|3134480794|#NAME?|17/03/2020|Nam|Đang học|1A|Khối 1|Mai Bá Đạt",
                "3|0150211777|NguyÔn Quang Huy|19/04/2020|Nam|Đang học|1A|Khối 1|Đỗ Bá Đạt");
        Path marks = workbook(
                folder.resolve("bang-danh-gia-1A.xlsx"),
                "BẢNG ĐÁNH GIÁ CUỐI NĂM MÔN TOÁN - LỚP 1A",
                "STT|Lớp|Mã định danh Bộ GD&amp;ĐT|Họ và tên|Ngày sinh|Mức đạt được CK",
                "1|Lớp 1A|3152769214|Vàng Tường Vi|05/07/2020|T");

        choose(page, new Path[] {list, marks});

        assertThat(page.getByText("ô E7, trang tính «Toán», tệp «bang-danh-gia-1A.xlsx» là 05/07/2020"))
                .isVisible();
        assertThat(page.getByText("D7", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByText("C8", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        BoundingBox reason = page.getByText("ô E7, trang tính").boundingBox();
        assertThat(reason.x + reason.width).isLessThan(1366);
        Browser.picture(page, "import-problems-at-cells");

        page.setViewportSize(390, 844);
        assertThat(page.getByText("danh-sach-hoc-sinh.xlsx, Sheet1, D7, Ngày sinh"))
                .isVisible();
        BoundingBox onAPhone = page.getByText("ô E7, trang tính").boundingBox();
        assertThat(onAPhone.x).isNotNegative();
        assertThat(onAPhone.x + onAPhone.width).as("on a phone").isLessThan(390);
        Browser.picture(page, "import-problems-at-cells-390");
    }

    private static Path workbook(Path file, String title, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "SỞ GIÁO DỤC VÀ ĐÀO TẠO THÀNH PHỐ HỒ CHÍ MINH",
                "TRƯỜNG TIỂU HỌC RẠNG ĐÔNG (79774404)",
                title,
                "NĂM HỌC 2026 - 2027",
                ""));
        lines.addAll(List.of(rows));
        StringBuilder xml = new StringBuilder();
        for (String line : lines) {
            xml.append("<row>");
            for (String cell : line.split("[|]")) {
                xml.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
            }
            xml.append("</row>");
        }
        String name = title.contains("TOÁN") ? "Toán" : "Sheet1";
        return Files.write(file, new RawWorkbook().sheet(name, xml.toString()).bytes());
    }

    private Page signedIn(Browser browser, String schoolCode, String username) {
        Unit school = units.putAsSystem(new NewUnit(
                schoolCode,
                UnitKind.SCHOOL,
                "Trường Tiểu học Rạng Đông",
                null,
                SchoolLevel.PRIMARY,
                "0300000002",
                "Thành phố Hồ Chí Minh"));
        accounts.put(new NewAccount(
                username,
                "hocba",
                "Nguyễn Quản Trị",
                "Công nghệ thông tin",
                Set.of(Role.SCHOOL_ADMIN),
                null,
                school.id(),
                school.path()));
        Page page = browser.signedIn(1366, port, username, "hocba");
        page.navigate("http://localhost:" + port + "/import");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Chọn tệp")))
                .isVisible();
        return page;
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
