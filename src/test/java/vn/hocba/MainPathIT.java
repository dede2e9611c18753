package vn.hocba;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.ui.Browser;
import vn.hocba.ui.BrowserTest;

/**
 * One class from its workbooks to the public look-up, through the real screens, with the people and the engine of the demo. With the system property
 * {@code hocba.pictures} it also writes the pictures of the documentation into that directory.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@BrowserTest
class MainPathIT {

    private static final Path WORKBOOKS = Path.of("src/main/resources/demo/tieu-hoc-hoa-binh");
    private static final String PRINCIPAL = "gv001@tieu-hoc-hoa-binh.edu.vn";
    private static final String CLERK = "gv003@tieu-hoc-hoa-binh.edu.vn";
    private static final String SCHOOL_ADMIN = "gv004@tieu-hoc-hoa-binh.edu.vn";
    private static final String HOMEROOM_TEACHER = "gv011@tieu-hoc-hoa-binh.edu.vn";
    private static final String SUPERVISOR = "chuyenvien.phuong";
    private static final String PROVINCE = "chuyenvien.so";
    private static final String PIN = "246810";
    private static final String PUPIL = "Lâm Phương Thảo";
    private static final String REASON = "Nhận xét chưa khớp với kết quả, đề nghị thầy cô xem lại.";
    private static final int LAPTOP = 1366;
    private static final int PHONE = 390;
    private static final double LONG_MILLIS = 180_000;

    @LocalServerPort
    private int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    Session session;

    private int pupils;

    @DynamicPropertySource
    static void aFreshInstallation(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "main-path");
        properties.add("hocba.data-dir", data::toString);
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.toAbsolutePath() + "/hocba;MODE=MySQL");
    }

    @Test
    void aClassGoesFromItsWorkbooksToThePublicLookUp(Browser browser) throws IOException {
        Page admin = browser.visitor(LAPTOP, 768);
        admin.navigate(address("login"));
        assertThat(admin.locator(".demo-tour li")).hasCount(7);
        assertThat(admin.getByLabel("Mật khẩu")).isInViewport();
        assertThat(button(admin, "Đinh Phúc Thịnh")).isInViewport();
        assertThat(admin.getByText("Mã PIN ký số của mọi người: " + PIN)).isVisible();
        seen(admin, "login");
        admin.locator(".demo-tour button[value='" + SCHOOL_ADMIN + "']").click();
        importWorkbooks(admin);
        openYear(admin);
        leave(admin);

        Page teacher = signedIn(browser, HOMEROOM_TEACHER);
        finishOneSubject(teacher);
        finishTheOthers();
        signAsHomeroom(teacher);

        Page principal = signedIn(browser, PRINCIPAL);
        returnOne(principal);
        mendAndSignAgain(teacher);
        leave(teacher);
        signAsPrincipal(principal);
        leave(principal);

        Page clerk = signedIn(browser, CLERK);
        sealAndSubmit(clerk);
        Found found = readRecord(clerk);
        leave(clerk);

        lookUp(browser, found);
        watch(browser);
    }

    private record Found(String code, String birthDate) {}

    private void importWorkbooks(Page page) {
        link(page, "Nhập dữ liệu").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(Stream.of("danh-sach-hoc-sinh", "danh-sach-can-bo", "phan-cong", "bang-danh-gia-1A")
                        .map(name -> WORKBOOKS.resolve(name + ".xlsx"))
                        .toArray(Path[]::new));
        Locator write = button(page, "Ghi vào hệ thống");
        assertThat(write).isEnabled();
        assertThat(tab(page, "Tệp (4)")).isVisible();
        seen(page, "import");
        write.click();
        assertThat(page.getByText("Năm học 2026 - 2027: đã tạo mới")).isVisible(patiently());
    }

    private void openYear(Page page) {
        link(page, "Mở năm học").click();
        Locator open = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Mở năm học cho \\d+ học sinh")));
        assertThat(open).isVisible();
        seen(page, "open-year");
        open.click();
        assertThat(page.getByText("Năm học đã mở đủ cho")).isVisible(patiently());
    }

    private void finishOneSubject(Page page) {
        Locator begin = button(page, "Bắt đầu: Lớp 1A · Toán");
        assertThat(begin).isVisible();
        seen(page, "inbox");
        begin.click();
        Locator mark = page.getByLabel(PUPIL + ", Điểm KTĐK").first();
        mark.click();
        page.keyboard().type("11");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-problems")).containsText("Phải là số nguyên từ 0 đến 10");
        seen(page, "subject");
        mark.click();
        page.keyboard().type("8");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-problems")).not().containsText("Phải là số nguyên");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
        button(page, "Hoàn tất").click();
        assertThat(page.getByText("Không còn dòng nào chờ bạn.")).isVisible(patiently());
    }

    private void finishTheOthers() {
        ClassInfo first = firstClass();
        for (SchoolDirectory.Assignment assignment : directory.assignments(first.id())) {
            CurrentUser person = accounts.ofStaff(assignment.staffId()).orElseThrow();
            assertThat(session.as(person, () -> finishSubject.finish(first.id(), assignment.subjectCode()))
                            .incomplete())
                    .as(assignment.subjectCode())
                    .isEmpty();
        }
        pupils = directory.studying(first.id()).size();
    }

    private ClassInfo firstClass() {
        CurrentUser teacher = accounts.byUsername(HOMEROOM_TEACHER).orElseThrow();
        return directory.classes(teacher.unitId(), 2026).stream()
                .filter(one -> one.name().equals("1A"))
                .findFirst()
                .orElseThrow();
    }

    private void signAsHomeroom(Page page) {
        link(page, "Bảng tổng hợp kết quả đánh giá").click();
        seen(page, "homeroom");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Xác nhận đề nghị khen thưởng")))
                .click();
        assertThat(page.getByText(pupils + " em đủ để ký")).isVisible();
        button(page, "Ký học bạ cả lớp (" + pupils + ")").click();
        sign(page);
        assertThat(page.getByText("Đã xong cả " + pupils + ".")).isVisible(patiently());
        assertThat(page.getByText(pupils + " em đã ký")).isVisible();
    }

    private void returnOne(Page page) {
        link(page, "Duyệt và ký").click();
        Response form = page.waitForResponse(
                response -> "image/png".equals(response.headerValue("content-type")),
                () -> link(page, "Mở lớp 1A").click());
        assertThat(form.headerValue("cache-control")).isEqualTo("no-store");
        assertThat(page.locator(".record-preview img")).hasJSProperty("complete", true);
        assertThat(button(page, "Trả lại (0)")).isVisible();
        seen(page, "approval");
        page.getByLabel("Chọn " + PUPIL).check();
        button(page, "Trả lại (1)").click();
        page.getByLabel("Lý do").fill(REASON);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Trả lại").setExact(true))
                .click();
        assertThat(page.getByText("Đã xong cả 1.")).isVisible(patiently());
    }

    private void mendAndSignAgain(Page page) {
        link(page, "Việc của tôi").click();
        assertThat(page.locator("h2").first()).hasText("Bị trả lại – cần sửa trước");
        assertThat(page.getByText(REASON)).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sửa: " + PUPIL)))
                .click();
        assertThat(page.getByText(REASON).first()).isVisible();
        button(page, "Ký học bạ cả lớp (1)").click();
        sign(page);
        assertThat(page.getByText("Đã xong cả 1.")).isVisible(patiently());
    }

    private void signAsPrincipal(Page page) {
        page.reload();
        assertThat(page.getByText("Từng bị trả lại 1 lần")).isVisible();
        page.getByLabel("Chọn tất cả").check();
        button(page, "Ký duyệt (" + pupils + ")").click();
        sign(page);
        assertThat(page.getByText("Đã xong cả " + pupils + ".")).isVisible(patiently());
        assertThat(page.getByText("Không còn học bạ nào chờ bạn ký")).isVisible();
    }

    private void sealAndSubmit(Page page) {
        link(page, "Đóng dấu, nộp Sở").click();
        link(page, "Mở lớp 1A").click();
        Locator seal = button(page, "Đóng dấu (" + pupils + ")");
        assertThat(seal).isEnabled();
        seen(page, "sealing");
        seal.click();
        sign(page);
        assertThat(page.getByText("Đã xong cả " + pupils + ".")).isVisible(patiently());
        button(page, "Đóng gói và nộp Sở (" + pupils + ")").click();
        sign(page);
        assertThat(page.getByText("Đã đóng gói " + pupils + " học bạ").first()).isVisible(patiently());
        assertThat(page.getByText("Sở đã tiếp nhận: " + pupils)).isVisible(patiently());
        assertThat(page.getByText("Tiếp nhận " + pupils + ", không tiếp nhận 0, chờ trả lời 0."))
                .isVisible();
    }

    private Found readRecord(Page page) {
        link(page, "Tìm học sinh").click();
        Locator wanted = page.getByLabel("Họ tên, mã học sinh hoặc mã tra cứu");
        wanted.fill("lam phuong thao");
        wanted.press("Enter");
        link(page, PUPIL).first().click();
        tab(page, "Diễn biến").click();
        assertThat(page.getByText("Chuỗi nhật ký nguyên vẹn")).isVisible();
        assertThat(page.getByText(REASON).first()).isVisible();
        seen(page, "record-history");
        tab(page, "Chữ ký").click();
        assertThat(page.getByText("Hợp lệ", new Page.GetByTextOptions().setExact(true)))
                .hasCount(3);
        tab(page, "Quy trình").click();
        assertThat(page.locator(".dg-current")).hasCount(1);
        seen(page, "record");
        return new Found(page.locator(".record-code .office-code").textContent(), "20/12/2020");
    }

    private void lookUp(Browser browser, Found found) throws IOException {
        Page page = browser.visitor(PHONE, 844);
        page.navigate(address("tra-cuu"));
        page.getByLabel("Mã tra cứu")
                .fill(found.code()
                        .toUpperCase(Locale.ROOT)
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        page.getByLabel("Ngày sinh của học sinh").fill(found.birthDate());
        page.getByLabel("Ngày sinh của học sinh").press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(PUPIL)))
                .isVisible();
        assertThat(page.getByText("Sở đã tiếp nhận, chưa chốt").first()).isVisible();
        assertThat(page.getByText("Mọi chữ ký đều hợp lệ")).isVisible();
        seen(page, "look-up");
        Download packet =
                page.waitForDownload(() -> page.getByText("Tải bản gốc (XML)").click());
        assertThat(Files.readString(packet.path())).contains(PUPIL);
        Download form =
                page.waitForDownload(() -> page.getByText("Tải bản in (PDF)").click());
        assertThat(Files.readAllBytes(form.path())).startsWith('%', 'P', 'D', 'F');
        leave(page);
    }

    private void watch(Browser browser) {
        Page supervisor = signedIn(browser, SUPERVISOR);
        assertThat(supervisor.getByText("Tiểu học Hòa Bình").first()).isVisible();
        seen(supervisor, "progress");
        leave(supervisor);
        Page province = signedIn(browser, PROVINCE);
        link(province, "Tiếp nhận").click();
        assertThat(province.getByText(pupils + " tiếp nhận").first()).isVisible();
        seen(province, "intake");
        leave(province);
    }

    private Page signedIn(Browser browser, String username) {
        Page page = browser.visitor(LAPTOP, 768);
        page.navigate(address("login"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill("hocba");
        page.getByLabel("Mật khẩu").press("Enter");
        page.locator(".screen").waitFor();
        return page;
    }

    private static void leave(Page page) {
        page.context().close();
    }

    private static void sign(Page page) {
        page.getByLabel("Mã PIN").fill(PIN);
        page.getByLabel("Mã PIN").press("Enter");
        assertThat(page.getByLabel("Mã PIN")).hasCount(0);
    }

    /** The screen fits its window, is fit for a screen reader and, if wanted, becomes a picture. */
    private static void seen(Page page, String name) {
        picture(page, name);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
        assertThat(Browser.seriousFindings(page)).as(name).isEmpty();
    }

    private static void picture(Page page, String name) {
        String directory = System.getProperty("hocba.pictures");
        if (directory != null) {
            assertThat(page.locator("vaadin-notification-card")).hasCount(0);
            page.evaluate(
                    "() => Promise.allSettled([document.fonts.ready, ...document.getAnimations().map(a => a.finished)])");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(directory, name + ".png")));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_MILLIS);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}
