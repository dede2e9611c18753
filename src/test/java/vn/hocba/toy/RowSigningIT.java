package vn.hocba.toy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.toy.ToySchool.School;
import vn.hocba.ui.Browser;

/** A teacher whose regulation has rows signed, at the sheet of a subject in a browser. */
@ScreenTest
class RowSigningIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ToySchool world;

    @Test
    void theSheetOffersToSignWhatIsCompleteAlsoInTheOtherClassAndSaysWhatIsNot(Browser browser) {
        School school = world.open();
        world.enterAll(school);
        String incomplete = world.records(school.a()).get(1);
        world.enter(school.bham(), "SO", incomplete, Map.of("test2", ""));
        Page page = signedIn(browser, school.bham());
        page.navigate("http://localhost:" + port + "/so-mon/" + school.a() + "/SO");
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("Còn 2 dòng · đã ký 0/2")).isVisible();
        assertThat(page.getByText("Bài thi · HK1")).isVisible();
        assertThat(page.getByText("Bài thi · HK2")).isVisible();
        assertThat(button(page, "Hoàn tất")).hasCount(0);
        Browser.picture(page, "rows-to-sign-1366");

        page.getByLabel("Ký luôn lớp").click();
        // Options are there before their words are: a click on one of these chooses nothing.
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("7B"))
                .click();
        assertThat(page.locator("vaadin-multi-select-combo-box-chip", new Page.LocatorOptions().setHasText("7B")))
                .isVisible();
        page.keyboard().press("Escape");
        button(page, "Ký").click();
        assertThat(page.getByText("Còn 1 dòng chưa đủ, chưa ký được")).isVisible();
        assertThat(page.getByText("Môn Số học, lớp 7A, 7B, chữ ký giáo viên bộ môn"))
                .isVisible();
        assertThat(page.getByText("Ký số 2 dòng")).isVisible();
        assertThat(button(page, "Ký 2 dòng")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("học bạ");
        Browser.picture(page, "rows-dialog-1366");
        page.locator("vaadin-password-field input").fill(ToySchool.PIN);
        page.keyboard().press("Enter");

        page.getByText("Đã xong cả 2.").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("Còn 1 dòng · đã ký 1/2")).isVisible();
        assertThat(page.getByLabel("Ký luôn lớp")).isHidden();
        Browser.picture(page, "rows-signed-1366");
        assertThat(world.waiting(incomplete)).contains("COMMENTS/SO");
        assertThat(world.waiting(world.records(school.b()).get(0))).doesNotContain("COMMENTS/SO");
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

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
