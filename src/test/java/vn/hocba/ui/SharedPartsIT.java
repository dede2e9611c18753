package vn.hocba.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleScreenTest
class SharedPartsIT {

    @LocalServerPort
    private int port;

    private Page page;

    @BeforeEach
    void openTheParts(Browser browser) {
        page = browser.signedIn(1366, port, "gv.lan", ShellFixture.PASSWORD);
        page.navigate("http://localhost:" + port + "/mau-cac-phan");
    }

    /** Without Vaadin's connection indicator (outside of landmarks) and the button in its select (says «required» in a role that has no such word). */
    private void hasNoSeriousFinding() {
        assertThat(page.locator("h1")).isVisible();
        assertThat(Browser.seriousFindings(page, "vaadin-connection-indicator", "vaadin-select-value-button"))
                .isEmpty();
    }

    @Test
    void theLoginPageHasNoSeriousFindingAndTheFirstScreenSaysThatNothingWaits(Browser browser) {
        page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/login");
        hasNoSeriousFinding();
        page.getByLabel("Tên đăng nhập").fill("gv.lan");
        page.getByLabel("Mật khẩu").fill(ShellFixture.PASSWORD);
        page.getByLabel("Mật khẩu").press("Enter");
        page.locator(".screen").waitFor();
        assertThat(page.getByText("Không có việc nào đang chờ").first()).isVisible();
    }

    @Test
    void theDiagramMarksTheCurrentStepAndSaysItInWords() {
        assertThat(page.locator(".dg-words"))
                .hasText("Đang ở: Hiệu trưởng duyệt và ký. Đã qua: Mở học bạ, Nhận xét môn học."
                        + " Số hồ sơ đang chờ: Hiệu trưởng duyệt và ký 1204.");
        assertThat(page.locator(".dg-current[data-element-id=principal]")).isVisible();
        assertThat(page.locator(".dg-count")).hasText("1.204");
        page.getByLabel("Phóng to").click();
        page.locator(".dg-canvas").scrollIntoViewIfNeeded();
        Browser.picture(page, "diagram-1366");
    }

    @Test
    void theBatchEndsWithTheTruthAndNothingOnTheScreenIsASeriousFinding() {
        assertThat(page.locator(".batch-result")).containsText("Xong 3, chưa được 1.");
        assertThat(page.locator(".batch-result")).containsText("Vừ A Páo: thiếu mức đạt được môn Toán");
        assertThat(page.locator(".dg-words")).containsText("Đang ở");
        hasNoSeriousFinding();
        page.getByText("Gửi", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Mục này bắt buộc.").first()).isVisible();
        Browser.picture(page, "parts-1366");
        page.setViewportSize(390, 844);
        Browser.picture(page, "parts-390");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .isTrue();
    }

    @Test
    void thePinIsTypedAndSentWithEnter() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ký lớp 4A"))
                .click();
        assertThat(page.getByLabel("Mã PIN")).isFocused();
        page.keyboard().type("000000");
        Browser.picture(page, "pin-1366");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Học bạ này đã ký. Hãy trả lại trước khi sửa.")
                        .first())
                .isVisible();
        page.keyboard().type("123456");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Đã bắt đầu ký.").first()).isVisible();
    }

    @Test
    void escapeDoesNotThrowATypedReasonAway() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trả lại"))
                .first()
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator reason = dialog.getByRole(AriaRole.TEXTBOX);
        reason.fill("Mức T nhưng điểm 3");
        reason.press("Escape");
        assertThat(page.getByText("Nội dung đã gõ chưa được gửi").first()).isVisible();
        assertThat(reason).hasValue("Mức T nhưng điểm 3");
        reason.fill("");
        reason.press("Escape");
        assertThat(dialog).hasCount(0);
    }

    @Test
    void theWorksheetHasNoSeriousFinding() {
        page.navigate("http://localhost:" + port + "/mau-bang");
        assertThat(page.locator(".ws-status")).isVisible();
        hasNoSeriousFinding();
    }
}
