package vn.hocba.cutoff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.signing.MovableClock;
import vn.hocba.ui.Browser;

/** The Sở opens, prolongs and closes an extra window in a browser; what the school sees of it. */
@ScreenTest
class ExtraWindowViewIT {

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(ExtraWindowViewIT.class);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aWindowIsOpenedWithAReasonProlongedAndClosed(Browser browser) {
        betweenTheCutOffs();
        Page page = browser.signedIn(1366, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/chot");
        button(page, "Mở đợt nhận bổ sung").click();
        Locator dialog = page.locator("vaadin-dialog-overlay");
        assertThat(dialog.getByText("Học bạ nhận trong đợt được chốt khi hết đợt."))
                .isVisible();
        dialog.getByLabel("Lý do").fill("Lũ quét ngày 28/6, công văn 12/UBND");
        Browser.picture(page, "extra-window-dialog-1366");
        button(page, "Mở đợt nhận bổ sung").last().click();
        assertThat(dialog.getByText("Hãy chọn học bạ của đợt nào")).isVisible();
        dialog.getByLabel("Đến hết ngày").fill("05/07/2027");
        dialog.getByLabel("Đến hết ngày").press("Enter");
        button(page, "Mở đợt nhận bổ sung").last().click();

        assertThat(page.getByText("Đang nhận", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByText("Lũ quét ngày 28/6")).isVisible();
        button(page, "Đổi ngày kết thúc").click();
        dialog.getByLabel("Đến hết ngày").fill("09/07/2027");
        dialog.getByLabel("Đến hết ngày").press("Enter");
        dialog.getByLabel("Lý do").fill("Đường vào trường chưa thông");
        button(page, "Đổi ngày kết thúc").last().click();
        assertThat(page.getByText("Đổi ngày kết thúc thành 09/07/2027")).isVisible();
        page.getByText("Nhận bổ sung học bạ nộp muộn").first().scrollIntoViewIfNeeded();
        Browser.picture(page, "extra-window-1366");
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();

        button(page, "Đóng sớm").click();
        dialog.getByLabel("Lý do").fill("Trường đã nộp đủ học bạ");
        button(page, "Đóng sớm").last().click();
        assertThat(page.getByText("Đóng sớm, ngày 01/07/2027")).isVisible();
    }

    @Test
    void onAPhoneTheWindowAndTheDialogFit(Browser browser) {
        betweenTheCutOffs();
        open("v");
        Page page = browser.signedIn(390, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/chot");
        assertThat(page.getByText("Đang nhận", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByText("Nhận bổ sung học bạ nộp muộn").first().scrollIntoViewIfNeeded();
        Browser.picture(page, "extra-window-390");
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        button(page, "Mở đợt nhận bổ sung").click();
        Browser.picture(page, "extra-window-dialog-390");
        assertThat(button(page, "Hủy")).isInViewport();
    }

    @Test
    void theClerkReadsThatALateRecordNeedsAWindowAndTheBoardNamesTheWindow(Browser browser) {
        world.school();
        world.toSubmission("1A");
        betweenTheCutOffs();
        Page clerk = browser.signedIn(1366, port, world.someone(Role.CLERK).username(), "hocba");
        clerk.navigate("http://localhost:" + port + "/dong-dau/"
                + world.classNamed("1A").id());
        assertThat(clerk.getByText("hãy đề nghị Sở mở đợt nhận bổ sung cho trường"))
                .isVisible();
        Browser.picture(clerk, "late-clerk-1366");

        open("w");
        clerk.reload();
        assertThat(clerk.getByText("Sở đang nhận bổ sung học bạ nộp muộn của trường"))
                .isVisible();
        Page principal =
                browser.signedIn(1366, port, world.someone(Role.PRINCIPAL).username(), "hocba");
        principal.navigate("http://localhost:" + port + "/tien-do");
        assertThat(principal.getByText("Đợt nhận bổ sung học bạ nộp muộn")).isVisible();
        Browser.picture(principal, "late-board-1366");
    }

    private void open(String id) {
        jdbc.sql("insert into extra_window (id, province_id, school_year, wave, school_id, opens_on, closes_on)"
                        + " values (?, ?, ?, 'FIRST', ?, date '2027-07-01', date '2027-07-05')")
                .params(
                        id,
                        world.province().id(),
                        OfficeWorld.YEAR,
                        world.school().id())
                .update();
    }

    private void betweenTheCutOffs() {
        world.school();
        for (String rows : List.of(
                "extra_window_decision where window_id in (select id from extra_window where province_id = ?)",
                "extra_window where province_id = ?")) {
            jdbc.sql("delete from " + rows).param(world.province().id()).update();
        }
        clock.set(Instant.parse("2027-07-01T02:00:00Z"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
