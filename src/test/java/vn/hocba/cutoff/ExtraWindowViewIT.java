package vn.hocba.cutoff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.identity.Role;
import vn.hocba.signing.MovableClock;
import vn.hocba.ui.Browser;
import vn.hocba.ui.BrowserTest;

/** The Sở opens, prolongs and closes an extra window in a browser; what the school sees of it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hocba.test.school=extra-window")
@ActiveProfiles("test")
@Import({OfficeWorld.class, ExtraWindowViewIT.Shifted.class})
@BrowserTest
class ExtraWindowViewIT {

    @TestConfiguration
    static class Shifted {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    OfficeWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aWindowIsOpenedWithAReasonProlongedAndClosed(int width, Browser browser) {
        betweenTheCutOffs();
        Page page = browser.signedIn(width, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/chot");
        button(page, "Mở đợt nhận bổ sung").click();
        Locator dialog = page.locator("vaadin-dialog-overlay");
        assertThat(dialog.getByText("Học bạ nhận trong đợt được chốt khi hết đợt."))
                .isVisible();
        dialog.getByLabel("Lý do").fill("Lũ quét ngày 28/6, công văn 12/UBND");
        Browser.picture(page, "extra-window-dialog-" + width);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mở đợt nhận bổ sung"))
                .click();
        assertThat(dialog.getByText("Hãy chọn học bạ của đợt nào")).isVisible();
        dialog.getByLabel("Đến hết ngày").fill("05/07/2027");
        dialog.getByLabel("Đến hết ngày").press("Tab");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mở đợt nhận bổ sung"))
                .click();

        assertThat(page.getByText("Đang nhận", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByText("Lũ quét ngày 28/6")).isVisible();
        button(page, "Đổi ngày kết thúc").click();
        dialog.getByLabel("Đến hết ngày").fill("09/07/2027");
        dialog.getByLabel("Đến hết ngày").press("Tab");
        dialog.getByLabel("Lý do").fill("Đường vào trường chưa thông");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đổi ngày kết thúc"))
                .click();
        assertThat(page.getByText("Đổi ngày kết thúc thành 09/07/2027")).isVisible();
        page.getByText("Nhận bổ sung học bạ nộp muộn").first().scrollIntoViewIfNeeded();
        Browser.picture(page, "extra-window-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();

        button(page, "Đóng sớm").click();
        dialog.getByLabel("Lý do").fill("Trường đã nộp đủ học bạ");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đóng sớm"))
                .click();
        assertThat(page.getByText("Đóng sớm, ngày 01/07/2027")).isVisible();
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

        jdbc.sql("insert into extra_window (id, province_id, school_year, wave, school_id, opens_on, closes_on)"
                        + " values ('w', ?, ?, 'FIRST', ?, date '2027-07-01', date '2027-07-05')")
                .params(world.province().id(), OfficeWorld.YEAR, world.school().id())
                .update();
        clerk.reload();
        assertThat(clerk.getByText("Sở đang nhận bổ sung học bạ nộp muộn của trường"))
                .isVisible();
        Page principal =
                browser.signedIn(1366, port, world.someone(Role.PRINCIPAL).username(), "hocba");
        principal.navigate("http://localhost:" + port + "/tien-do");
        assertThat(principal.getByText("Đợt nhận bổ sung học bạ nộp muộn")).isVisible();
        Browser.picture(principal, "late-board-1366");
    }

    private void betweenTheCutOffs() {
        world.school();
        jdbc.sql("delete from extra_window_decision").update();
        jdbc.sql("delete from extra_window").update();
        clock.set(Instant.parse("2027-07-01T02:00:00Z"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
