package vn.hocba.transfer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
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
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Ids;
import vn.hocba.signing.session.Entered;
import vn.hocba.ui.Browser;

/** A pupil moves to another school of the Sở, in a browser: the clerk asks, there they accept, here they hand over. */
@ScreenTest
class TransferScreensIT {

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    RequestBoard board;

    @Autowired
    Session session;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(TransferScreensIT.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aPupilMovesFromSchoolToSchool(int width, Browser browser) {
        String record = world.records("2A").get(width == 390 ? 1 : 0);
        CurrentUser there = world.stranger(Role.PRINCIPAL);
        classThere(there.unitId());
        world.certify(world.someone(Role.PRINCIPAL).staffId());
        world.certify(world.homeroom("2A").staffId());
        world.certify(world.school().id());

        Page page = signedIn(browser, width, world.someone(Role.CLERK));
        open(page, "hoc-ba/" + record);
        shot(page, "record", width);
        button(page, "Chuyển đến trường khác trong cùng tỉnh, thành phố").click();
        page.getByLabel("Trường nơi chuyển đến").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Trường Tiểu học Xa"))
                .click();
        page.getByLabel("Lý do").fill("Gia đình chuyển nơi ở, có đơn của cha mẹ");
        dialog(page, "ask", width);
        button(page, "Chuyển đến trường khác trong cùng tỉnh, thành phố").last().click();
        assertThat(page.getByText("Chờ trường nơi chuyển đến tiếp nhận").first())
                .isVisible();
        page.waitForURL("**/yeu-cau/*");
        String request = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.context().close();

        page = signedIn(browser, width, there);
        open(page, "yeu-cau/" + request);
        shot(page, "request", width);
        button(page, "Tiếp nhận").click();
        page.getByLabel("Xếp vào lớp").click();
        page.getByRole(AriaRole.OPTION).first().click();
        dialog(page, "accept", width);
        button(page, "Tiếp nhận").last().click();
        assertThat(page.getByText("Chờ trường nơi chuyển đi bàn giao").first()).isVisible();
        page.context().close();

        page = signedIn(browser, width, world.homeroom("2A"));
        open(page, "yeu-cau");
        shot(page, "homeroom-list", width);
        open(page, "yeu-cau/" + request);
        shot(page, "homeroom", width);
        button(page, "Ký bảng tổng hợp kết quả đánh giá").click();
        page.getByLabel("Tiến độ chương trình (không bắt buộc)").fill("Đã học hết tuần 12");
        page.getByLabel("Mã PIN").fill(OfficeWorld.PIN);
        dialog(page, "results", width);
        button(page, "Ký bảng tổng hợp kết quả đánh giá").last().click();
        assertThat(page.getByText("Giáo viên chủ nhiệm đã ký, chờ hiệu trưởng")).isVisible();
        page.context().close();

        page = signedIn(browser, width, world.someone(Role.PRINCIPAL));
        open(page, "yeu-cau/" + request);
        button(page, "Bàn giao").click();
        choose(page, "Ngày chuyển quyền quản lý", LocalDate.now(clock));
        page.getByLabel("Mã PIN").fill(OfficeWorld.PIN);
        dialog(page, "release", width);
        button(page, "Bàn giao").last().click();
        assertThat(page.getByText("Chờ văn thư nơi chuyển đi đóng dấu").first()).isVisible();
        page.context().close();

        page = signedIn(browser, width, world.someone(Role.CLERK));
        open(page, "yeu-cau/" + request);
        button(page, "Đóng dấu bản bàn giao").click();
        page.getByLabel("Mã PIN").fill(OfficeWorld.PIN);
        dialog(page, "seal", width);
        button(page, "Đóng dấu bản bàn giao").last().click();
        assertThat(page.getByText("Chờ ngày chuyển").first()).isVisible();
        assertThat(page.getByText("Chữ ký hợp lệ, nội dung nguyên vẹn")).isVisible();
        shot(page, "waiting", width);
        management.createJobQuery().activityId("timer_move").list().forEach(job -> management.executeJob(job.getId()));
        open(page, "yeu-cau/" + request);
        assertThat(page.getByText("Số CT-")).isVisible();
        shot(page, "done", width);
        open(page, "hoc-ba/" + record);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Diễn biến"))
                .click();
        assertThat(page.getByText("Chuỗi nhật ký nguyên vẹn")).isVisible();
        assertThat(page.getByText("Chuyển trường từ Trường Tiểu học Rạng Đông đến Trường Tiểu học Xa"))
                .isVisible();
        shot(page, "history", width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theCommuneSeesWhoHasNotArrivedAndSaysWhatBecameOfThePupil(int width, Browser browser) {
        String record = world.records("2A").get(width == 390 ? 3 : 2);
        String request = session.as(
                world.someone(Role.CLERK),
                () -> board.take(
                        "transfer.ask-out",
                        record,
                        new Input(
                                Map.of(
                                        "school", "Trường Tiểu học Phố Xa",
                                        "province", "Sở GDĐT tỉnh khác",
                                        "number", "31/TN",
                                        "day", LocalDate.now(clock),
                                        "reason", "Gia đình chuyển nơi ở, có đơn của cha mẹ"),
                                List.of(new Evidence("giay-tiep-nhan.pdf", new byte[] {1})),
                                Entered.nothing())));
        jdbc.sql("update record_request set due_at = timestampadd(day, -30, due_at) where id = ?")
                .param(request)
                .update();
        jdbc.sql("insert into arrival_case (request_id, pupil_id, pupil_name, class_name, school_id, province_id,"
                        + " went_to, left_on) select q.id, y.pupil_id, q.pupil_name, q.class_name, q.school_id,"
                        + " q.province_id, 'Trường Tiểu học Phố Xa, Sở GDĐT tỉnh khác', current_date"
                        + " from record_request q join year_record y on y.id = q.year_record_id where q.id = ?")
                .param(request)
                .update();

        Page page = signedIn(browser, width, world.someone(Role.SUPERVISOR));
        open(page, "chuyen-truong");
        assertThat(page.getByText("Đề nghị chuyển trường quá hạn trả lời (1)")).isVisible();
        shot(page, "below", width);
        page.locator(".line-actions vaadin-button").first().click();
        page.getByLabel("Kết quả", new Page.GetByLabelOptions().setExact(true)).click();
        page.getByRole(AriaRole.OPTION).nth(2).click();
        page.getByLabel("Căn cứ").fill("Công an xã xác minh ngày 12/11");
        dialog(page, "below-close", width);
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("Đã ghi kết quả.")).isVisible();
        assertThat(page.getByText("Chưa có xác nhận", new Page.GetByTextOptions().setExact(true)))
                .not()
                .isVisible();
        page.context().close();
        jdbc.sql(
                        "update record_request set state = 'EXPIRED', step = null, waits_unit_id = null, due_at = null where id = ?")
                .param(request)
                .update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void theClerkFindsWhereToReceiveAPupil(int width, Browser browser) {
        Page page = signedIn(browser, width, world.someone(Role.CLERK));
        open(page, "yeu-cau");
        shot(page, "new", width);
        button(page, "Nhận học sinh từ trường trong cùng tỉnh, thành phố").click();
        page.getByLabel("Mã tra cứu học bạ").fill("0123 4567 89ab cdef 0123 4567 89ab cdef");
        choose(page, "Ngày sinh của học sinh", LocalDate.of(2020, 9, 5));
        page.getByLabel("Lý do").fill("Gia đình chuyển nơi ở, có đơn của cha mẹ");
        button(page, "Nhận học sinh từ trường trong cùng tỉnh, thành phố")
                .last()
                .click();
        assertThat(page.getByText("Không có học sinh nào của trường trong cùng tỉnh, thành phố"))
                .isVisible();
        dialog(page, "claim", width);
        button(page, "Hủy").click();
        button(page, "Nhận học sinh từ tỉnh, thành phố khác").click();
        dialog(page, "bring", width);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aPrincipalHandsWholeClassesOverAndTheOtherPrincipalAnswersOnce(int width, Browser browser) {
        CurrentUser there = world.stranger(Role.PRINCIPAL);
        Page page = signedIn(browser, width, world.someone(Role.PRINCIPAL));
        open(page, "yeu-cau");
        button(page, "Chuyển cả lớp sang trường khác").click();
        page.locator("vaadin-checkbox-group vaadin-checkbox").first().click();
        page.getByLabel("Trường nơi chuyển đến").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Trường Tiểu học Xa"))
                .click();
        page.getByLabel("Số quyết định giải thể, sáp nhập").fill("45/QĐ-UBND");
        choose(page, "Ngày quyết định", LocalDate.now(clock));
        choose(page, "Ngày chuyển quyền quản lý", LocalDate.now(clock));
        page.getByLabel("Lý do").fill("Sáp nhập hai trường theo quyết định của xã");
        dialog(page, "classes-ask", width);
        button(page, "Chuyển cả lớp sang trường khác").last().click();
        page.waitForURL("**/yeu-cau/*");
        String request = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.context().close();

        page = signedIn(browser, width, there);
        open(page, "yeu-cau/" + request);
        shot(page, "classes", width);
        button(page, "Tiếp nhận các lớp").click();
        dialog(page, "classes-accept", width);
        button(page, "Tiếp nhận các lớp").last().click();
        assertThat(page.getByText("Vì sao chưa chuyển được")).isVisible();
        shot(page, "classes-why", width);
        session.run(
                there,
                () -> board.take(
                        "relocation.finish", request, Input.of(Map.of("reason", "Trường chưa có lớp cho các em này"))));
        page.context().close();
    }

    private void classThere(String schoolId) {
        jdbc.sql("delete from school_class where school_id = ? and not exists"
                        + " (select 1 from year_record r where r.class_id = school_class.id)")
                .param(schoolId)
                .update();
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        schoolId,
                        OfficeWorld.YEAR,
                        "2" + Ids.next().substring(28),
                        world.classNamed("2A").grade())
                .update();
    }

    private void shot(Page page, String name, int width) {
        dialog(page, name, width);
        assertThat(Browser.seriousFindings(page)).as(name).isEmpty();
    }

    private static void dialog(Page page, String name, int width) {
        Browser.picture(page, "transfer-" + name + "-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
    }

    /** Chooses a day: on a phone the calendar covers the field, and nobody types. */
    private static void choose(Page page, String label, LocalDate day) {
        page.getByLabel(label)
                .evaluate("(field, day) => { field.closest('vaadin-date-picker').value = day; }", day.toString());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor();
    }

    private Page signedIn(Browser browser, int width, CurrentUser who) {
        return browser.signedIn(width, port, who.username(), "hocba");
    }
}
