package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleScreenTest
class SignInIT {

    @LocalServerPort
    private int port;

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private Page at(Browser browser, int width, String path) {
        Page page = browser.visitor(width, width < 500 ? 844 : 768);
        page.navigate(url(path));
        return page;
    }

    private static void signIn(Page page, String username, String password) {
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(password);
        page.getByLabel("Mật khẩu").press("Enter");
    }

    @Test
    void theBareAddressAsksForASignInAndThenOpensTheFirstMenuEntry(Browser browser) {
        Page page = at(browser, 1366, "/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Đăng nhập")))
                .isVisible();
        Browser.picture(page, "login-1366");
        signIn(page, "gv.lan", ShellFixture.PASSWORD);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trang mẫu")))
                .isVisible();
        assertThat(page).hasURL(url("/mau-thu"));
        assertThat(page.locator("html")).hasAttribute("lang", "vi");
        Browser.picture(page, "empty-1366");
    }

    @Test
    void aDemoPersonSignsInWithOneClickOnAPhone(Browser browser) {
        Page page = at(browser, 390, "/login");
        assertThat(page.getByLabel("Mật khẩu")).isVisible();
        Browser.picture(page, "login-390");
        page.getByText("Trường TH Hòa Bình (5)").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nguyễn Thị Lan"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trang mẫu")))
                .isVisible();
        Browser.picture(page, "empty-390");
        page.getByLabel("Mở hoặc đóng menu").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sổ lớp")))
                .isVisible();
        Browser.picture(page, "menu-390");
    }

    @Test
    void aWrongPasswordIsToldInVietnameseAndAfterFiveTheUserNameHasToWait(Browser browser) {
        Page page = at(browser, 1366, "/login");
        for (int i = 0; i < 5; i++) {
            signIn(page, "vt.mai", "sai" + i);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("không đúng");
        }
        signIn(page, "vt.mai", ShellFixture.PASSWORD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Hãy đợi");
        Browser.picture(page, "login-wait-1366");
    }

    @Test
    void theBrowserIsToldToRefuseForeignContentAndFrames(Browser browser) {
        Response response = browser.visitor(1366, 768).navigate(url("/login"));
        assertThat(response.headerValue("content-security-policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(response.headerValue("x-frame-options")).isEqualTo("DENY");
        assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void aRefusalIsReadOutAndAFailureShowsOnlyItsNumber(Browser browser) {
        Page page = at(browser, 1366, "/login");
        signIn(page, "gv.lan", ShellFixture.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sửa"))
                .click();
        assertThat(page.getByText("Học bạ này đã ký. Hãy trả lại trước khi sửa.")
                        .first())
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hỏng"))
                .click();
        assertThat(page.getByText("hãy báo cho quản trị mã").first()).isVisible();
        assertThat(page.getByText("secret inner words")).hasCount(0);
        Browser.picture(page, "refused-1366");
    }

    @Test
    void englishIsRememberedAndSigningOutLeadsBackToTheLoginPage(Browser browser) {
        Page page = at(browser, 1366, "/login");
        signIn(page, "gv.lan", ShellFixture.PASSWORD);
        page.getByLabel("Tài khoản Nguyễn Thị Lan").click();
        Browser.picture(page, "person-1366");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("English"))
                .click();
        page.getByLabel("Account of Nguyễn Thị Lan").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
    }

    @Test
    void afterAWrongPasswordOnlyThePasswordIsTypedAgain(Browser browser) {
        Page page = at(browser, 1366, "/login");
        signIn(page, "gv.lan", "sai");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("không đúng");
        assertThat(page.getByLabel("Tên đăng nhập")).hasValue("gv.lan");
        assertThat(page.getByLabel("Mật khẩu")).isFocused();
        page.keyboard().type(ShellFixture.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Trang mẫu")))
                .isVisible();

        Page another = at(browser, 1366, "/login");
        signIn(another, "gv.lan", "sai");
        assertThat(another.getByLabel("Tên đăng nhập")).hasValue("gv.lan");
        another.reload();
        assertThat(another.getByLabel("Tên đăng nhập")).hasValue("");
    }

    @Test
    void unknownAddressesAndForeignRolesGetAPageThatSaysWhatToDo(Browser browser) {
        Page page = at(browser, 1366, "/login");
        signIn(page, "ht.hung", ShellFixture.PASSWORD);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sổ lớp")))
                .hasCount(0);
        page.navigate(url("/mau-bang"));
        assertThat(page.getByText("Trang này không dành cho vai trò của bạn").first())
                .isVisible();
        page.navigate(url("/khong-co"));
        assertThat(page.getByText("Không có trang này").first()).isVisible();
        Browser.picture(page, "not-found-1366");
        assertThat(page.locator("main.problem").boundingBox().y)
                .as("no strip of another colour above the page")
                .isZero();
    }
}
