package vn.hocba.oversight.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.shared.Ids;
import vn.hocba.ui.Browser;
import vn.hocba.workflow.EngineJobs;

/** What the engine could not do, as the Sở sees it in a browser: one step has no attempt left, another is tried again by itself. */
@ScreenTest
class SystemIncidentsIT {

    private static final int ATTEMPTS = 6;

    /** Started for one width, and in the way of the next. */
    private static final List<String> processes = new ArrayList<>();

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(SystemIncidentsIT.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theSoSeesWhereTheSystemStandsAndLetsItTryAgain(int width, Browser browser) {
        String province = world.province().id();
        aReportThatCannotBeRecorded(province);
        String year = province + ":" + (OfficeWorld.YEAR + width);
        processes.add(runtime.startProcessInstanceByKey("supplementaryAssessment", year)
                .getId());
        fail(year, 4);
        Page page = open(browser, width);
        assertThat(page.getByText("Báo cáo Bộ sau một đợt chốt: Đánh dấu học bạ đã báo cáo"))
                .isVisible();
        assertThat(page.getByText("1 quy trình đã hết lượt tự chạy lại")).isVisible();
        assertThat(page.getByText("Hệ thống tự chạy lại lúc")).isVisible();
        if (width > 500) {
            assertThat(page.locator("vaadin-side-nav-item, nav a")
                            .filter(new Locator.FilterOptions().setHasText("Tiến độ"))
                            .first())
                    .containsText("1");
        }
        Browser.picture(page, "system-incidents-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chạy lại «Đánh dấu học bạ đã báo cáo»"))
                .click();

        assertThat(page.getByText("Đã yêu cầu chạy lại 1 quy trình.")).isVisible();
        assertThat(page.getByText("Hệ thống đang chạy lại.")).isVisible();
        assertThat(page.getByText("đã hết lượt tự chạy lại")).isHidden();
        Browser.picture(page, "system-incidents-tried-" + width);
    }

    private void aReportThatCannotBeRecorded(String province) {
        for (String process : processes) {
            runtime.deleteProcessInstance(process, "another try");
        }
        processes.clear();
        jdbc.sql("delete from ministry_report where province_id = ?")
                .param(province)
                .update();
        String report = Ids.next();
        jdbc.sql(
                        "insert into ministry_report (id, province_id, school_year, wave, state, effective_on, total, parts, created_at)"
                                + " values (?, ?, ?, 'FIRST', 'NOWHERE', date '2027-07-01', 1, 1, localtimestamp)")
                .params(report, province, 1999)
                .update();
        processes.add(runtime.createProcessInstanceByKey("ministryReport")
                .businessKey(report)
                .startBeforeActivity("serviceTask_record")
                .execute()
                .getId());
        fail(report, ATTEMPTS);
    }

    private void fail(String businessKey, int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            assertThatThrownBy(() -> jobs.step(businessKey)).isInstanceOf(RuntimeException.class);
        }
    }

    private Page open(Browser browser, int width) {
        Page page = browser.signedIn(width, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/tien-do");
        return page;
    }
}
