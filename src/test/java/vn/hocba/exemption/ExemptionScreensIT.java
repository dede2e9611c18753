package vn.hocba.exemption;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.ui.Browser;

/** The head exempts a pupil on the record's page; the page and the teacher's worksheet say so. */
@ScreenTest
class ExemptionScreensIT {

    @LocalServerPort
    int port;

    @Autowired
    ClassFixture fixture;

    private Opened opened;

    @BeforeEach
    void aClass() {
        opened = fixture.open(4, 2);
    }

    private Page at(Browser browser, int width, CurrentUser user, String path) {
        Page page = browser.signedIn(width, port, user.username(), "hocba");
        page.navigate("http://localhost:" + port + "/" + path);
        return page;
    }

    private static void pictureOf(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
    }

    private static void choose(Page page, String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }

    @Test
    void theHeadExemptsAPupilAndPageAndWorksheetSaySo(Browser browser) {
        String record = opened.records().get(0);
        Page page = at(browser, 1366, opened.principal(), "hoc-ba/" + record);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Quyết định miễn môn học"))
                .click();
        page.getByLabel("Số quyết định").waitFor();
        choose(page, "Môn học", "Giáo dục thể chất");
        choose(page, "Căn cứ", "lý do sức khỏe");
        page.getByLabel("Số quyết định").fill("12/QĐ-TH");
        page.getByLabel("Ngày quyết định").fill("05/09/2025");
        page.getByLabel("Ngày quyết định").press("Enter");
        page.getByLabel("Lý do", new Page.GetByLabelOptions().setExact(true))
                .fill("Bệnh tim bẩm sinh, theo giấy của bệnh viện.");
        pictureOf(page, "exemption-grant-1366");
        assertThat(Browser.seriousFindings(page, "vaadin-select-value-button")).isEmpty();
        page.locator("vaadin-dialog-overlay")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Quyết định miễn môn học"))
                .click();
        assertThat(page.getByText("Quyết định số 12/QĐ-TH ngày 05/09/2025").first())
                .isVisible();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        pictureOf(page, "exemption-request-1366");
        page.navigate("http://localhost:" + port + "/hoc-ba/" + record);
        page.getByText("lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2025")
                .first()
                .scrollIntoViewIfNeeded();
        pictureOf(page, "exemption-granted-1366");
        page.context().close();
        page = at(browser, 390, opened.principal(), "hoc-ba/" + record);
        page.getByText("lý do sức khỏe, Quyết định số 12/QĐ-TH ngày 05/09/2025")
                .first()
                .scrollIntoViewIfNeeded();
        pictureOf(page, "exemption-granted-390");
        page.context().close();

        page = at(browser, 1366, opened.specialist(), "so-mon/" + opened.classId() + "/GDTC");
        Locator level = page.getByLabel("Nguyễn Văn An, Mức đạt được").first();
        assertThat(level).hasValue("M");
        level.click();
        page.keyboard().type("t");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Em đã được hiệu trưởng quyết định miễn môn Giáo dục thể chất")
                        .first())
                .isVisible();
        pictureOf(page, "exemption-sheet-1366");
    }
}
