package vn.hocba.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.ui.Browser;

/** A principal whose key lies with the phone signs a class in a browser. */
@ScreenTest
class ConsentScreensIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    Phone phone;

    @Autowired
    PhoneOwners owners;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(ConsentScreensIT.class);
    }

    /** Others ask the same phone. */
    @AfterEach
    void itIsAPhoneAgain() {
        phone.isProgram(false);
    }

    @Test
    void theScreenSaysWhereToConfirmAlsoAfterItWasLeftAndThenWhatWasSigned(Browser browser) {
        world.toPrincipal("4A");
        CurrentUser principal = world.someone(Role.PRINCIPAL);
        owners.give(world.someone(Role.SCHOOL_ADMIN), principal.staffId());
        Page page = signedIn(browser, principal);
        open(page, "duyet/" + world.classNamed("4A").id());
        int count = world.records("4A").size();
        page.getByLabel("Chọn tất cả").check();
        button(page, "Ký duyệt (" + count + ")").click();
        assertThat(page.getByText("Điện thoại SmartSign hỏi người giữ chứng thư chữ ký số"))
                .isVisible();
        Browser.picture(page, "consent-dialog-1366");
        button(page, "Gửi yêu cầu xác nhận").click();

        isAsked(page, count);
        Browser.picture(page, "consent-waiting-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "consent-waiting-390");
        page.setViewportSize(1366, 768);
        open(page, "");
        isAsked(page, count);
        Browser.picture(page, "consent-inbox-1366");
        open(page, "duyet/" + world.classNamed("4A").id());
        isAsked(page, count);
        phone.confirm(
                jdbc.sql("select id from batch where kind = 'sign-principal' and account_id = ?")
                        .param(principal.accountId())
                        .query(String.class)
                        .single(),
                3);

        page.getByText("Xong " + (count - 3) + ", chưa được 3.")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("hết lượt ký trong ngày").first()).isVisible();
        Browser.picture(page, "consent-partly-1366");
        phone.isProgram(true);
        page.getByLabel("Chọn tất cả").check();
        button(page, "Ký duyệt (3)").click();
        button(page, "Gửi yêu cầu xác nhận").click();
        assertThat(page.getByText("73 15")).isVisible();
        Browser.picture(page, "consent-program-1366");
    }

    private static void isAsked(Page page, int count) {
        assertThat(page.getByText("Mở ứng dụng trên điện thoại và xác nhận " + count + " học bạ."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mở trang xác nhận")))
                .isVisible();
    }

    private Page signedIn(Browser browser, CurrentUser user) {
        Page page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("Tên đăng nhập").fill(user.username());
        page.getByLabel("Mật khẩu").fill("hocba");
        page.getByLabel("Mật khẩu").press("Enter");
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
