package vn.hocba.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.signing.session.Entered;
import vn.hocba.ui.Browser;

/** A clerk and a principal whose keys lie with the phone sign single documents in a browser. */
@ScreenTest
class SingleConsentScreensIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    Phone phone;

    @Autowired
    PhoneOwners owners;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(SingleConsentScreensIT.class);
    }

    @Test
    void theClerkSeesThatThePackageWaitsForTheConsentAndThenThatItWasSent(Browser browser) {
        world.toSubmission("3A");
        owners.giveUnit(world.someone(Role.SCHOOL_ADMIN), world.school().id());
        CurrentUser clerk = world.someone(Role.CLERK);
        String path = "dong-dau/" + world.classNamed("3A").id();
        Page page = browser.signedIn(1366, port, clerk.username(), "hocba");
        open(page, path);
        askForPackage(page);
        assertThat(page.getByText("Mở ứng dụng trên điện thoại và xác nhận")).isVisible();
        Browser.picture(page, "single-package-waiting-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "single-package-waiting-390");
        page.setViewportSize(1366, 768);
        open(page, "");
        assertThat(page.getByText("Ký gói học bạ nộp lên Sở")).isVisible();
        Browser.picture(page, "single-package-inbox-1366");
        open(page, path);
        phone.confirm(batch("sign-package", clerk), 1);
        page.getByText("hết lượt ký trong ngày").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        Browser.picture(page, "single-package-refused-1366");
        askForPackage(page);
        assertThat(page.getByText("Mở ứng dụng trên điện thoại và xác nhận")).isVisible();

        phone.confirm(batch("sign-package", clerk), 0);

        page.getByText("học bạ, đóng gói lúc").first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        Browser.picture(page, "single-package-sent-1366");
    }

    private void askForPackage(Page page) {
        page.getByText("Đóng gói và nộp Sở (").click();
        assertThat(page.getByText("Điện thoại SmartSign hỏi người giữ chứng thư chữ ký số"))
                .isVisible();
        button(page, "Gửi yêu cầu xác nhận").click();
    }

    @Test
    void thePrincipalSeesThatTheHandOverWaitsForTheConsentAndThenForTheSeal(Browser browser) {
        CurrentUser principal = world.someone(Role.PRINCIPAL);
        owners.give(world.someone(Role.SCHOOL_ADMIN), principal.staffId());
        String record = world.records("1A").get(0);
        String request = session.as(
                world.someone(Role.CLERK),
                () -> board.take(
                        "transfer.ask-out",
                        record,
                        new Input(
                                Map.of(
                                        "school", "Trường Tiểu học Phố Xa",
                                        "province", "Sở GDĐT tỉnh khác",
                                        "number", "31/TN",
                                        "day", LocalDate.now(clock),
                                        "reason", "Gia đình chuyển nơi ở, có đơn của cha mẹ"),
                                List.of(new Evidence("giay-tiep-nhan.pdf", new byte[] {1})),
                                Entered.nothing())));
        world.certify(world.homeroom("1A").staffId());
        session.run(
                world.homeroom("1A"),
                () -> board.take(
                        "transfer.results",
                        request,
                        new Input(Map.of(), List.of(), Entered.pin(OfficeWorld.PIN.toCharArray()))));
        Page page = browser.signedIn(1366, port, principal.username(), "hocba");
        open(page, "yeu-cau/" + request);
        button(page, "Bàn giao").click();
        page.getByLabel("Ngày chuyển quyền quản lý")
                .evaluate(
                        "(field, day) => { field.closest('vaadin-date-picker').value = day; }",
                        LocalDate.now(clock).toString());
        assertThat(page.getByText("Điện thoại SmartSign hỏi người giữ chứng thư chữ ký số"))
                .isVisible();
        Browser.picture(page, "single-handover-dialog-1366");
        button(page, "Bàn giao").last().click();
        assertThat(page.getByText("Mở ứng dụng trên điện thoại và xác nhận")).isVisible();
        assertThat(button(page, "Bàn giao")).hasCount(0);
        Browser.picture(page, "single-handover-waiting-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "single-handover-waiting-390");
        page.setViewportSize(1366, 768);

        phone.confirm(batch("sign-request", principal), 0);

        page.getByText("Chờ văn thư nơi chuyển đi đóng dấu")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        Browser.picture(page, "single-handover-done-1366");
    }

    private String batch(String kind, CurrentUser who) {
        return jdbc.sql("select id from batch where kind = ? and account_id = ? order by created_at desc limit 1")
                .params(kind, who.accountId())
                .query(String.class)
                .single();
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
