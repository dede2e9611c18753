package vn.hocba.supplement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.ui.Browser;

/** A supplement from the clerk's request to the visitor who looks the record up, each at the own screen. */
@ScreenTest
class SupplementIT {

    private static final String PASSWORD = "mat-khau-thu";
    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void fromTheRequestOfTheClerkToTheVisitorsPhone(int width, Browser browser) throws IOException {
        School school = world.school();
        String record = life.accepted(school);
        session.run(
                school.official(),
                () -> authority.issueSeal(
                        school.province().id(),
                        school.province().name(),
                        school.province().taxCode(),
                        PIN.toCharArray()));
        life.cutOff(school, Wave.FIRST);
        CurrentUser examiner = world.ofProvince(school.province(), Role.PROVINCE_OFFICER);
        CurrentUser provinceClerk = world.ofProvince(school.province(), Role.PROVINCE_CLERK);
        List.of(school.clerk(), school.principal(), school.official(), examiner, provinceClerk)
                .forEach(this::account);

        Page clerk = signedIn(browser, width, school.clerk());
        open(clerk, "hoc-ba/" + record);
        clerk.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Chữ ký"))
                .click();
        assertThat(clerk.getByText("Sở đã chốt, chờ ký biên nhận")).isVisible();
        look(clerk, "record-receipts", width);
        offer(clerk, "Đề nghị điều chỉnh sau khi chốt");
        clerk.getByLabel("Thay đổi, cải chính hộ tịch").check();
        clerk.locator("vaadin-select").click();
        clerk.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Họ và tên (đang ghi: Lò Thị Mai)"))
                .click();
        clerk.getByLabel("Giá trị đúng").fill("Lò Thị Mài");
        clerk.getByLabel("Lý do").fill("Mẹ học sinh đề nghị theo trích lục cải chính hộ tịch.");
        look(clerk, "supplement-ask", width);
        clerk.locator("input[type=file]")
                .setInputFiles(new FilePayload("trich-luc.pdf", "application/pdf", new byte[] {1, 2, 3}));
        clerk.locator("vaadin-upload-file[complete]").waitFor();
        confirm(clerk, "Đề nghị điều chỉnh sau khi chốt");
        clerk.waitForURL("**/yeu-cau/*");
        assertThat(clerk.getByText("Chờ hiệu trưởng xác nhận").first()).isVisible();
        String path = clerk.url().substring(clerk.url().indexOf("yeu-cau"));

        Page principal = signedIn(browser, width, school.principal());
        open(principal, path);
        offer(principal, "Xác nhận và gửi Sở");
        confirm(principal, "Xác nhận và gửi Sở");
        assertThat(principal.getByText("Chờ chuyên viên Sở xem xét").first()).isVisible();

        Page officer = signedIn(browser, width, examiner);
        open(officer, "yeu-cau");
        look(officer, "supplement-officer-list", width);
        open(officer, path);
        offer(officer, "Xem xét và trình lãnh đạo Sở");
        officer.getByLabel("Ý kiến và đề xuất").fill("Trích lục hợp lệ, đề nghị đồng ý.");
        look(officer, "supplement-examine", width);
        confirm(officer, "Xem xét và trình lãnh đạo Sở");
        assertThat(officer.getByText("Chờ lãnh đạo Sở quyết định").first()).isVisible();

        Page official = signedIn(browser, width, school.official());
        open(official, path);
        look(official, "supplement-decide", width);
        offer(official, "Đồng ý điều chỉnh");
        official.getByLabel("Số quyết định").fill("15/QĐ-SGDĐT");
        official.getByLabel("Ngày quyết định").click();
        official.getByText("Hôm nay").click();
        assertThat(official.getByText("Hôm nay")).isHidden();
        official.getByLabel("Căn cứ").fill("Trích lục cải chính hộ tịch số 12/TLCCHT của UBND xã.");
        look(official, "supplement-approve", width);
        confirm(official, "Đồng ý điều chỉnh");
        assertThat(official.getByText("Chờ hiệu trưởng ký").first()).isVisible();

        open(principal, path);
        offer(principal, "Ký phụ lục điều chỉnh");
        principal.getByLabel("Mã PIN").fill(PIN);
        look(principal, "supplement-sign-school", width);
        confirm(principal, "Ký phụ lục điều chỉnh");
        assertThat(principal.getByText("Chờ văn thư đóng dấu").first()).isVisible();

        open(clerk, path);
        offer(clerk, "Đóng dấu phụ lục điều chỉnh");
        clerk.getByLabel("Mã PIN").fill(PIN);
        look(clerk, "supplement-seal", width);
        confirm(clerk, "Đóng dấu phụ lục điều chỉnh");
        assertThat(clerk.getByText("Chờ lãnh đạo Sở ký").first()).isVisible();

        open(official, path);
        offer(official, "Ký phụ lục điều chỉnh");
        official.getByLabel("Mã PIN").fill(PIN);
        confirm(official, "Ký phụ lục điều chỉnh");
        assertThat(official.getByText("Chờ văn thư Sở ký số").first()).isVisible();

        Page seal = signedIn(browser, width, provinceClerk);
        open(seal, path);
        offer(seal, "Ký số của Sở");
        seal.getByLabel("Mã PIN").fill(PIN);
        confirm(seal, "Ký số của Sở");
        open(official, path);
        look(official, "supplement-done", width);
        open(official, "hoc-ba/" + record);
        assertThat(official.getByText("Có điều chỉnh")).isVisible();
        look(official, "supplement-record", width);

        Page visitor = browser.visitor(width, width < 500 ? 844 : 768);
        visitor.navigate("http://localhost:" + port + "/tra-cuu?ma="
                + world.content(record).lookupCode());
        visitor.getByLabel("Ngày sinh của học sinh").fill("05/09/2020");
        visitor.getByLabel("Ngày sinh của học sinh").press("Enter");
        assertThat(visitor.getByText("Có điều chỉnh", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(visitor.getByText("Lò Thị Mài")).isVisible();
        look(visitor, "supplement-lookup", width);
        visitor.getByText("Lãnh đạo Sở").first().scrollIntoViewIfNeeded();
        look(visitor, "supplement-lookup-below", width);
        Download file = visitor.waitForDownload(
                () -> visitor.getByText("Tải phụ lục điều chỉnh (XML)").click());
        assertThat(Files.readString(file.path())).contains("<GIA_TRI_DUNG>Lò Thị Mài</GIA_TRI_DUNG>");
        assertThat(Browser.seriousFindings(visitor)).isEmpty();
    }

    private void account(CurrentUser user) {
        accounts.put(new Accounts.NewAccount(
                user.username(),
                PASSWORD,
                user.displayName(),
                user.title(),
                user.roles(),
                user.staffId() == null ? null : new StaffId(user.staffId()),
                user.unitId(),
                user.unitPath()));
    }

    private Page signedIn(Browser browser, int width, CurrentUser user) {
        return browser.signedIn(width, port, user.username(), PASSWORD);
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static void look(Page page, String name, int width) {
        Browser.picture(page, name + "-" + width);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Opens an offer's dialog. */
    private static void offer(Page page, String name) {
        button(page, name).click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    /** The dialog's button has the same words as the one that opened it. */
    private static void confirm(Page page, String name) {
        button(page, name).last().click();
    }
}
