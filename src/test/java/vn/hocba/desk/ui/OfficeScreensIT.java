package vn.hocba.desk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.submission.SubmitClass;
import vn.hocba.ui.Browser;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Step;

/** The office at work in a browser: a school with a class at each step. */
@ScreenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeScreensIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    SubmitClass submit;

    @Autowired
    ReturnRecords returning;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(OfficeScreensIT.class);
    }

    @BeforeAll
    void aSchoolInTheMiddleOfItsWork() {
        world.toPrincipal("4A");
        String returned = world.records("4A").get(13);
        world.await(session.as(
                world.someone(Role.PRINCIPAL),
                () -> returning.start(
                        world.classNamed("4A").id(),
                        List.of(returned),
                        new ReturnRecords.Instruction(
                                Step.PRINCIPAL, Step.HOMEROOM, Set.of(), "Nhận xét chưa khớp với kết quả."))));
        world.toClerk("5A");
        world.toSubmission("3A");
        world.toSubmission("2A");
        jobs.run(session.as(
                world.someone(Role.CLERK),
                () -> submit.submit(world.classNamed("2A").id(), OfficeWorld.pin())));
    }

    @Test
    void thePrincipalLooksAtThePrintedFormAndSignsAClassWithOnePin(Browser browser) {
        Page page = signedIn(browser, 1366, Role.PRINCIPAL);
        open(page, "duyet/" + world.classNamed("4A").id());
        isShown(page, 0);
        page.keyboard().press("ArrowDown");
        isShown(page, 1);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        isShown(page, 2);
        button(page, "Em sau").click();
        isShown(page, 3);
        page.getByLabel("Chọn tất cả").check();
        button(page, "Ký duyệt (25)").click();
        page.getByLabel("Mã PIN").fill("000000");
        button(page, "Ký 25 học bạ").click();
        assertThat(page.getByText("Mã PIN không đúng").last()).isVisible();
        page.getByLabel("Mã PIN").fill(OfficeWorld.PIN);
        button(page, "Ký 25 học bạ").click();
        page.getByText("Đã xong cả 25.").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("Không còn học bạ nào chờ bạn ký")).isVisible();
        Browser.picture(page, "office-signed-1366");
    }

    @Test
    void onAPhoneThePrintedFormCoversTheListAndGoesAway(Browser browser) {
        Page page = signedIn(browser, 390, Role.PRINCIPAL);
        open(page, "duyet/" + world.classNamed("4A").id());
        assertThat(page.locator(".record-preview")).isHidden();
        page.locator(".pupil-name").nth(1).click();
        isShown(page, 1);
        Browser.picture(page, "office-form-390");
        button(page, "Đóng bản in").click();
        assertThat(page.locator(".record-preview")).isHidden();
    }

    private static void isShown(Page page, int index) {
        String name = page.locator(".pupil-name").nth(index).textContent().replaceFirst("^\\d+\\. ", "");
        assertThat(page.locator(".pupil-row").nth(index)).hasAttribute("aria-current", "true");
        assertThat(page.locator(".record-preview h2")).hasText(name);
        Locator form = page.getByAltText("Bản in học bạ của " + name);
        assertThat(form).hasJSProperty("complete", true);
        assertThat(form).hasJSProperty("naturalWidth", 992);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void noScreenIsWiderThanItsWindow(int width, Browser browser) {
        for (Map.Entry<Role, List<String>> screens : screens().entrySet()) {
            Page page = signedIn(browser, width, screens.getKey());
            for (String path : screens.getValue()) {
                open(page, path);
                Browser.picture(
                        page, "office-" + screens.getKey() + "-" + path.replaceAll("/.*(....)$", "-$1") + "-" + width);
                assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isTrue();
            }
            page.context().close();
        }
    }

    @Test
    void everyColumnOfTheProgressIsReachedOnANarrowScreenAndItsWordsHaveRoom(Browser browser) {
        Page page = signedIn(browser, 1024, Role.SUPERVISOR);
        for (String path : List.of("tien-do", "tien-do/" + world.school().id())) {
            open(page, path);
            Locator last = page.locator(".data-room thead th").last();
            last.scrollIntoViewIfNeeded();
            BoundingBox box = last.boundingBox();
            assertThat(box.x + box.width).as(path).isLessThanOrEqualTo(1024);
            assertThat(page.locator(".data-room tbody td:last-child").first().boundingBox().width)
                    .as("a cause of some words at " + path)
                    .isGreaterThanOrEqualTo(136);
        }
        Browser.picture(page, "office-progress-1024");
    }

    @Test
    void aRecordTellsItsStory(Browser browser) {
        Page page = signedIn(browser, 1366, Role.CLERK);
        open(page, "hoc-ba/" + world.records("2A").get(2));
        tab(page, "Diễn biến");
        assertThat(page.getByText("Chuỗi nhật ký nguyên vẹn")).isVisible();
        assertThat(page.getByText("Đóng gói, nộp Sở")).isVisible();
        Browser.picture(page, "office-history-1366");
        tab(page, "Chữ ký");
        assertThat(page.getByText("Hợp lệ", new Page.GetByTextOptions().setExact(true)))
                .hasCount(3);
        assertThat(page.getByText("không có giá trị pháp lý")).isVisible();
        button(page, "Kiểm tra đầy đủ").click();
        assertThat(page.getByText("cả 3 chữ ký đạt")).isVisible();
        Browser.picture(page, "office-signatures-1366");
        tab(page, "Quy trình");
        assertThat(page.locator(".dg-current")).hasCount(1);
        assertThat(page.locator(".dg-words")).containsText("Đã qua: Mở năm học");
        assertThat(page.locator(".dg-words")).not().containsText("?");
        Browser.picture(page, "office-process-1366");
    }

    @Test
    void anOutageIsSeenFromTheSoDownToTheClerkUntilItIsOver(Browser browser) {
        String clerksClass = "dong-dau/" + world.classNamed("1A").id();
        world.toSubmission("1A");
        String packageId = session.as(
                world.someone(Role.CLERK),
                () -> submit.submit(world.classNamed("1A").id(), OfficeWorld.pin()));
        String record = world.records("1A").get(0);
        // As if the province had answered for all but one: an answer that is not complete is none.
        moveItem(packageId, record, "nowhere");
        fail(packageId);
        showsOutage(browser, 1366, clerksClass, "Hệ thống tự thử lại lúc");
        for (int attempt = 1; attempt < 10; attempt++) {
            fail(packageId);
        }
        showsOutage(browser, 390, clerksClass, "Đã hết lượt tự gửi");

        moveItem(packageId, "nowhere", record);
        Page page = signedIn(browser, 1366, Role.CLERK);
        open(page, clerksClass);
        button(page, "Gửi lại ngay").click();
        assertThat(page.getByText("Hệ thống đang thử lại.")).isVisible();
        jobs.run(packageId);
        assertThat(page.getByText("Đã có biên nhận")).isVisible();
        page = signedIn(browser, 1366, Role.SUPERVISOR);
        open(page, "tien-do");
        assertThat(page.getByText("Không có sự cố gửi học bạ lên Sở.")).isVisible();
    }

    private void showsOutage(Browser browser, int width, String clerksClass, String next) {
        int waiting = world.records("1A").size();
        for (Role role : List.of(Role.PROVINCE, Role.SUPERVISOR, Role.PRINCIPAL)) {
            Page page = signedIn(browser, width, role);
            open(page, "tien-do");
            assertThat(page.getByText(waiting + " học bạ của 1 trường đang chờ."))
                    .isVisible();
            assertThat(page.getByText(next)).isVisible();
            pictureOf(page, "incident-" + role, width);
            page.context().close();
        }
        Page page = signedIn(browser, width, Role.CLERK);
        open(page, "dong-dau");
        assertThat(page.getByText(waiting + " chưa gửi được")).isVisible();
        pictureOf(page, "incident-classes", width);
        open(page, clerksClass);
        assertThat(page.getByText(next)).isVisible();
        pictureOf(page, "incident-package", width);
        page.context().close();
    }

    private static void pictureOf(Page page, String name, int width) {
        Browser.picture(page, name + "-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
    }

    private void fail(String packageId) {
        assertThatThrownBy(() -> jobs.step(packageId)).isInstanceOf(RuntimeException.class);
    }

    private void moveItem(String packageId, String from, String to) {
        jdbc.sql("update submission_item set year_record_id = ? where package_id = ? and year_record_id = ?")
                .params(to, packageId, from)
                .update();
    }

    private Map<Role, List<String>> screens() {
        String record = "hoc-ba/" + world.records("2A").get(2);
        Map<Role, List<String>> screens = new LinkedHashMap<>();
        screens.put(
                Role.PRINCIPAL,
                List.of("duyet", "duyet/" + world.classNamed("4A").id(), "tien-do", record));
        screens.put(
                Role.CLERK,
                List.of(
                        "dong-dau",
                        "dong-dau/" + world.classNamed("5A").id(),
                        "dong-dau/" + world.classNamed("3A").id(),
                        "dong-dau/" + world.classNamed("2A").id(),
                        "tim-hoc-sinh"));
        screens.put(Role.SCHOOL_ADMIN, List.of("mo-nam-hoc", "chung-thu"));
        screens.put(
                Role.SUPERVISOR, List.of("tien-do", "tien-do/" + world.school().id()));
        return screens;
    }

    private Page signedIn(Browser browser, int width, Role role) {
        return browser.signedIn(width, port, world.someone(role).username(), "hocba");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
