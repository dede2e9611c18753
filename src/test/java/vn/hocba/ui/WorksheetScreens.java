package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A class of forty in front of a teacher, in a real browser. */
@SampleScreenTest
abstract class WorksheetScreens {

    @LocalServerPort
    private int port;

    Page page;

    @BeforeEach
    void openTheWorksheet(Browser browser) {
        WorksheetSampleView.forget();
        page = browser.signedIn(1366, port, "gv.lan", ShellFixture.PASSWORD);
        page.navigate(url("mau-bang"));
        page.locator(".ws-status").waitFor();
    }

    String url(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    void signIn(String username) {
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(ShellFixture.PASSWORD);
        page.getByLabel("Mật khẩu").press("Enter");
        page.locator(".screen").waitFor();
    }

    Locator cell(String name) {
        return page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void isSaved() {
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
    }

    /** What Excel puts on the clipboard. */
    void paste(String text) {
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                        + "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: data, bubbles: true, cancelable: true })); }",
                text);
    }
}
