package vn.hocba.calendar.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.ui.Browser;

/** The calendar in a browser, of a year that no clock reaches. */
@ScreenTest
class CalendarViewIT {

    private static final int YEAR = 2926;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(CalendarViewIT.class);
    }

    @Test
    void theSoMovesADateAndOpenWorkMovesWithIt(Browser browser) {
        yearsLater();
        Page page = calendar(browser, 1366);
        Locator comments = page.getByLabel("Hạn nhận xét, đánh giá môn học");
        comments.fill("28/05/2927");
        comments.press("Enter");
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Chốt đợt 1 (tính cả ngày này)"))
                .check();
        button(page, "Xem trước thay đổi").click();
        assertThat(page.getByText("25/05/2927 → 28/05/2927")).isVisible();
        Browser.picture(page, "calendar-preview-1366");
        button(page, "Quyết định lịch này").click();
        page.getByLabel("Lý do").fill("Công văn 123/SGDĐT-GDPT ngày 02/04/2927");
        Browser.picture(page, "calendar-reason-1366");
        button(page, "Quyết định lịch này").last().click();
        assertThat(page.getByText("Đang theo quyết định lần 1")).isVisible();
        Browser.picture(page, "calendar-decided-1366");

        assertThat(jdbc.sql("select count(*) from work_item where state = 'OPEN' and milestone = 'COMMENTS'"
                                + " and due_at <> '2927-05-28 16:59:59' and school_id = ?")
                        .param(world.school().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theCalendarFitsItsWindowAndSpeaksToEverybody(int width, Browser browser) {
        yearsLater();
        Page page = calendar(browser, width);
        assertThat(page.getByLabel("Mở làm học bạ năm học")).isEditable();
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);
        Browser.picture(page, "calendar-" + width);
        page.getByText("Các lần quyết định").scrollIntoViewIfNeeded();
        Browser.picture(page, "calendar-end-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    private void yearsLater() {
        for (String table : List.of("school_class", "work_item")) {
            jdbc.sql("update " + table + " set school_year = ? where school_id = ?")
                    .params(YEAR, world.school().id())
                    .update();
        }
    }

    private Page calendar(Browser browser, int width) {
        Page page = browser.signedIn(width, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/lich");
        page.locator("vaadin-select-value-button").first().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("2926 - 2927"))
                .click();
        assertThat(page.getByLabel("Chốt đợt 1", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("30/06/2927");
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
