package vn.hocba.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.submission.SubmitClass;
import vn.hocba.ui.Browser;
import vn.hocba.workflow.EngineJobs;

/** A correction from the record's page to the principal's list and back, as its people click it. */
// A school of its own: what is done here changes its classes for whoever comes after.
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestScreensIT {

    private static final int PATIENCE = 60_000;
    private static final String REASON = "Nhập nhầm cột điểm Toán, có bài kiểm tra kèm theo";

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    SubmitClass submit;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(RequestScreensIT.class);
    }

    @BeforeAll
    void aClassThatTheProvinceHasAccepted() {
        world.toSubmission("2A");
        jobs.run(session.as(
                world.someone(Role.CLERK),
                () -> submit.submit(world.classNamed("2A").id(), OfficeWorld.pin())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aCorrectionGoesFromTheRecordToThePrincipalAndTheRecordReopens(int width, Browser browser) {
        String record = world.records("2A").get(width == 390 ? 1 : 0);
        Page page = signedIn(browser, width, world.homeroom("2A"));
        open(page, "hoc-ba/" + record);
        shot(page, "record", width);
        button(page, "Đề nghị chỉnh sửa").click();
        inDialog(page, "Đề nghị chỉnh sửa").click();
        assertThat(page.getByText("Mục này bắt buộc.").first()).isVisible();
        page.getByLabel("Toán").check();
        page.getByLabel("Lý do").fill(REASON);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("bai-kiem-tra.pdf", "application/pdf", new byte[] {37, 80, 68, 70}));
        // While it comes, a status for screen readers names it as well.
        assertThat(page.getByText("bai-kiem-tra.pdf", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        shot(page, "ask", width);
        inDialog(page, "Đề nghị chỉnh sửa").click();
        assertThat(page.getByText("Chờ hiệu trưởng xét").first()).isVisible();
        shot(page, "asked", width);
        page.context().close();

        page = signedIn(browser, width, world.someone(Role.PRINCIPAL));
        open(page, "yeu-cau");
        assertThat(page.getByText("Chờ bạn quyết định (1)")).isVisible();
        shot(page, "list", width);
        page.getByLabel("Chỉ hiện yêu cầu quá hạn").check();
        assertThat(page.getByText("Không có yêu cầu nào quá hạn")).isVisible();
        jdbc.sql("update record_request set due_at = asked_at where year_record_id = ?")
                .param(record)
                .update();
        open(page, "yeu-cau?qua-han");
        assertThat(page.getByText("Quá hạn", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        shot(page, "overdue", width);
        lateForThoseAbove(browser, width);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mở yêu cầu về"))
                .first()
                .click();
        assertThat(page.getByText("Phần cần sửa")).isVisible();
        shot(page, "request", width);
        button(page, "Đồng ý chỉnh sửa").click();
        inDialog(page, "Đồng ý chỉnh sửa").click();
        assertThat(page.getByText("Đang làm lại, chờ Sở nhận bản thay thế").first())
                .isVisible();
        open(page, "hoc-ba/" + record);
        assertThat(page.getByText("Đang làm bản số 2")).isVisible();
        shot(page, "reopened", width);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Quy trình"))
                .click();
        shot(page, "process", width);
        page.context().close();
    }

    private void lateForThoseAbove(Browser browser, int width) {
        Page page = signedIn(browser, width, world.someone(Role.SUPERVISOR));
        open(page, "yeu-cau-qua-han");
        assertThat(page.getByText("Trường chưa trả lời (1)")).isVisible();
        shot(page, "overdue-below", width);
        page.context().close();
    }

    private static void shot(Page page, String name, int width) {
        // A dialog that fades away is neither here nor there, and nobody can read it.
        assertThat(page.locator("[closing]")).hasCount(0);
        Browser.picture(page, "request-" + name + "-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as(name + " at " + width)
                .isTrue();
        assertThat(Browser.seriousFindings(page)).as(name).isEmpty();
    }

    private Page signedIn(Browser browser, int width, CurrentUser user) {
        return browser.signedIn(width, port, user.username(), "hocba");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator inDialog(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
