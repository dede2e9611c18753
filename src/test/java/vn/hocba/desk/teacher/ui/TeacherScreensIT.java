package vn.hocba.desk.teacher.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.ClassFixture;
import vn.hocba.ClassFixture.Opened;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.ClassSheets;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.shared.Ids;
import vn.hocba.ui.Browser;

/** A class of forty in a real browser, on a laptop and on a phone. */
@ScreenTest
class TeacherScreensIT {

    private static final int LAPTOP = 1366;
    private static final int PHONE = 390;

    @LocalServerPort
    private int port;

    @Autowired
    ClassFixture fixture;

    @Autowired
    EnterMarks enterMarks;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClassSheets sheets;

    private Opened opened;

    @BeforeEach
    void aClass() {
        opened = fixture.open(4, 40);
    }

    private Page at(Browser browser, int width, CurrentUser user, String address) {
        Page page = browser.signedIn(width, port, user.username(), "hocba");
        page.navigate("http://localhost:" + port + "/" + address);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void staysInside(Page page) {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private void cameBack() {
        fixture.finishAll(opened);
        fixture.sendBack(
                opened,
                opened.records().get(1),
                "TOAN",
                "Nhận xét ghi «hoàn thành tốt» nhưng mức đạt được là H. Đề nghị xem lại mức hoặc sửa nhận xét.");
    }

    @Test
    void theInboxFitsALaptopAndAPhone(Browser browser) {
        cameBack();
        for (int width : List.of(LAPTOP, PHONE)) {
            Page page = at(browser, width, opened.homeroom(), "viec-cua-toi");
            assertThat(page.getByText("Bị trả lại – cần sửa trước")).isVisible();
            assertThat(button(page, "Sửa").first()).isVisible();
            staysInside(page);
            Browser.picture(page, "inbox-" + width);
        }
    }

    @Test
    void aSubjectIsTypedAndFinishedByKeyboard(Browser browser) {
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-mon/" + opened.classId() + "/TOAN");
        page.getByLabel("Nguyễn Văn An, Mức đạt được").first().click();
        page.keyboard().type("t");
        page.keyboard().press("Tab");
        page.keyboard().type("9");
        page.keyboard().press("Tab");
        page.keyboard().press("F4");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
        page.getByLabel("Lò Thị Mai, Điểm KTĐK").first().click();
        page.keyboard().type("7,5");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-problems")).containsText("số nguyên từ 0 đến 10");
        button(page, "Hoàn tất").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Đã hoàn tất 1 dòng, còn 39 dòng chưa đủ")).isVisible();
        assertThat(page.getByText("Còn 39 dòng · đã hoàn tất 1/40")).isVisible();
        staysInside(page);
        Browser.picture(page, "subject-1366");
    }

    @Test
    void twoTabsInOneRowNeverOverwriteEachOtherUnseen(Browser browser) {
        String address = "so-mon/" + opened.classId() + "/TOAN";
        Page page = at(browser, LAPTOP, opened.homeroom(), address);
        Page stale = page.context().newPage();
        stale.navigate("http://localhost:" + port + "/" + address);
        Locator there = stale.getByLabel("Nguyễn Văn An, Nhận xét").first();
        assertThat(there).isVisible();
        page.getByLabel("Nguyễn Văn An, Nhận xét").first().click();
        page.keyboard().type("Nắm chắc bảng nhân.");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");

        stale.getByLabel("Nguyễn Văn An, Điểm KTĐK").first().click();
        stale.keyboard().type("9");
        stale.keyboard().press("Enter");
        assertThat(there).hasValue("Nắm chắc bảng nhân.");
        assertThat(stale.locator(".ws-status")).containsText("Dòng Nguyễn Văn An vừa được sửa ở nơi khác");
        assertThat(fixture.cell(opened, "TOAN", "mark"))
                .containsEntry(opened.records().get(0), "9");

        page.getByLabel("Nguyễn Văn An, Điểm KTĐK").first().click();
        page.keyboard().type("8");
        page.keyboard().press("Enter");
        Locator conflict = page.getByLabel("Ô có hai giá trị");
        assertThat(conflict).containsText("Bạn gõ «8», trên máy chủ là «9».");
        Browser.picture(page, "subject-conflict-1366");
        assertThat(fixture.cell(opened, "TOAN", "mark"))
                .containsEntry(opened.records().get(0), "9");
        button(page, "Lấy trên máy chủ").click();
        assertThat(page.getByLabel("Nguyễn Văn An, Điểm KTĐK").first()).hasValue("9");
        assertThat(conflict).isHidden();
    }

    @Test
    void anExemptionThatNobodyHasGrantedIsSaidInPlaceAndTakenBack(Browser browser) {
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-mon/" + opened.classId() + "/TOAN");
        Locator level = page.getByLabel("Nguyễn Văn An, Mức đạt được").first();
        Locator mark = page.getByLabel("Nguyễn Văn An, Điểm KTĐK").first();
        mark.click();
        page.keyboard().type("9");
        level.click();
        page.keyboard().type("t");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
        level.click();
        page.keyboard().type("m");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Em chưa được miễn môn Toán").first()).isVisible();
        assertThat(mark).hasValue("9");
        assertThat(page.locator(".ws-status")).not().containsText("sửa ở nơi khác");
        Browser.picture(page, "exempt-refused-1366");
        level.click();
        page.keyboard().press("Control+z");
        assertThat(level).hasValue("T");
        assertThat(mark).hasValue("9");
        assertThat(page.locator(".ws-status")).not().containsText("sửa ở nơi khác");
        assertThat(fixture.cell(opened, "TOAN", "mark"))
                .containsEntry(opened.records().get(0), "9");
    }

    @Test
    void aSubjectCanBeReadOnAPhone(Browser browser) {
        cameBack();
        Page page = at(browser, PHONE, opened.homeroom(), "so-mon/" + opened.classId() + "/TOAN");
        assertThat(page.getByText("Đề nghị xem lại mức").first()).isVisible();
        staysInside(page);
        Browser.picture(page, "subject-390");
    }

    @Test
    void theHomeroomTeacherSignsTheClassInOneGo(Browser browser) {
        fixture.certify(opened);
        fixture.finishAll(opened);
        fixture.sumUp(opened);
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-chu-nhiem/" + opened.classId());
        assertThat(page.getByText("40 em đủ để ký")).isVisible();
        staysInside(page);
        page.getByLabel("Lò Thị Mai, Yêu nước").first().click();
        page.keyboard().type("đ");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-sublabel", new Page.LocatorOptions().setHasText("«Yêu nước» mức Đ, cần T")))
                .isVisible();
        Browser.picture(page, "homeroom-1366");
        button(page, "Ký học bạ cả lớp (40)").click();
        page.getByLabel("Mã PIN").fill(ClassFixture.PIN);
        Browser.picture(page, "homeroom-pin-1366");
        page.getByLabel("Mã PIN").press("Enter");
        assertThat(page.getByText("Đã xong cả 40."))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(60_000));
        assertThat(page.getByText("40 em đã ký")).isVisible();
        Browser.picture(page, "homeroom-signed-1366");
    }

    @Test
    void aLevelAndAMarkThatHardlyGoTogetherAreToldInTheCellWithoutBeingRefused(Browser browser) {
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-mon/" + opened.classId() + "/TOAN");
        page.getByLabel("Nguyễn Văn An, Mức đạt được").first().click();
        page.keyboard().type("t");
        page.keyboard().press("Tab");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        Locator mark = page.getByLabel("Nguyễn Văn An, Điểm KTĐK").first();
        assertThat(page.locator("td.ws-hinted")).hasCount(1);
        assertThat(mark).hasAccessibleDescription("Mức và điểm KTĐK lệch nhau: Toán mức T, điểm 2");
        assertThat(page.locator(".ws-problems")).isHidden();
        mark.click();
        assertThat(page.locator(".ws-says")).isVisible();
        Browser.picture(page, "subject-hint-1366");
        page.keyboard().type("9");
        page.keyboard().press("Enter");
        assertThat(page.locator("td.ws-hinted")).hasCount(0);
    }

    @Test
    void aProposedRewardIsSeenConfirmedDeclinedAndTakenBackBeforeSigning(Browser browser) {
        fixture.finishAll(opened);
        fixture.sumUp(opened);
        session.run(
                opened.homeroom(),
                () -> enterMarks.enter(
                        EnterMarks.HOMEROOM,
                        opened.records().subList(0, 3).stream()
                                .map(id -> new Entry(id, "reward", "", null))
                                .toList()));
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-chu-nhiem/" + opened.classId());
        assertThat(page.getByText("37 em đủ để ký")).isVisible();
        assertThat(page.locator("textarea[placeholder='Đề nghị: Học sinh Xuất sắc']"))
                .hasCount(3);
        Locator rewards = page.locator("textarea[aria-label$='Khen thưởng']");
        rewards.nth(1).click();
        Browser.picture(page, "homeroom-proposal-1366");
        page.keyboard().press("F4");
        assertThat(page.getByRole(AriaRole.LISTBOX)).containsText("Học sinh Xuất sắc");
        page.keyboard().press("Escape");
        page.keyboard().type("không");
        page.keyboard().press("Enter");
        assertThat(rewards.nth(1)).hasValue("Không");
        button(page, "Xác nhận đề nghị khen thưởng (2)").click();
        assertThat(rewards.nth(0)).hasValue("Học sinh Xuất sắc");
        assertThat(page.locator("td.ws-changed")).hasCount(0);
        assertThat(page.locator(".ws-status")).not().containsText("sửa ở nơi khác");
        assertThat(page.getByText("40 em đủ để ký")).isVisible();
        page.getByLabel("Nguyễn Văn An, Yêu nước").first().click();
        page.keyboard().type("đ");
        page.keyboard().press("Enter");
        assertThat(rewards.nth(0)).hasValue("");
        assertThat(rewards.nth(0)).hasAccessibleDescription("Đã rút «Học sinh Xuất sắc»: kết quả nay là «Hoàn thành»");
        page.getByText("Xem trước khi ký").click();
        assertThat(page.locator(".before-signing").getByText("Đã rút «Học sinh Xuất sắc»"))
                .isVisible();
        Browser.picture(page, "homeroom-before-signing-1366");
        staysInside(page);
    }

    @Test
    void theCommentsOfTheSectionsAndTheBodyAreTypedByKeyboard(Browser browser) {
        Page page = at(browser, LAPTOP, opened.homeroom(), "so-chu-nhiem/" + opened.classId());
        page.getByLabel("Nguyễn Văn An, Nhận xét phẩm chất").first().click();
        page.keyboard().type("Ngoan, lễ phép.");
        page.keyboard().press("Tab");
        page.keyboard().press("F4");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isVisible();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("Tính toán nhanh.");
        page.keyboard().press("Tab");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
        Browser.picture(page, "homeroom-comments-1366");
        page.getByLabel("Nguyễn Văn An, Cân nặng").first().click();
        page.keyboard().type("23,5");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ws-status")).containsText("Đã lưu lúc");
        Browser.picture(page, "homeroom-weight-1366");
        button(page, "Nhận xét mẫu của tôi").click();
        assertThat(page.getByText("Dùng cho")).isVisible();
        Browser.picture(page, "homeroom-bank-1366");
        assertThat(session.as(opened.homeroom(), () -> sheets.homeroom(opened.classId()))
                        .get(0)
                        .cells())
                .containsEntry("qualityComment", "Ngoan, lễ phép.")
                .containsEntry("specificComment", "Tính toán nhanh.")
                .containsEntry("weightKg", "23,5")
                .containsKey("commonComment");
        Page record = at(
                browser, LAPTOP, opened.homeroom(), "hoc-ba/" + opened.records().get(0));
        assertThat(record.getByText("Ngoan, lễ phép.")).isVisible();
        assertThat(record.getByText("23,5 kg")).isVisible();
        Browser.picture(record, "record-comments-1366");
    }

    @Test
    void whatIsNotAssessedIsClosedOnBothSheetsAndSaidBelowTheName(Browser browser) {
        for (int i = 0; i < 2; i++) {
            jdbc.sql(
                            "update year_record set assessed_by = ?, assessed_ground = 'Số 12/QĐ-TH ngày 05/09/2026' where id = ?")
                    .params(i == 0 ? "NOTHING" : "PLAN", opened.records().get(i))
                    .update();
        }
        Page subject = at(browser, LAPTOP, opened.homeroom(), "so-mon/" + opened.classId() + "/TOAN");
        assertThat(subject.getByText("Học sinh khuyết tật, không đánh giá")).isVisible();
        assertThat(subject.getByText("đánh giá theo kế hoạch giáo dục cá nhân")).isVisible();
        assertThat(subject.getByLabel("Nguyễn Văn An, Mức đạt được").first())
                .not()
                .isEditable();
        Browser.picture(subject, "subject-individual-1366");
        Page homeroom = at(browser, LAPTOP, opened.homeroom(), "so-chu-nhiem/" + opened.classId());
        assertThat(homeroom.getByLabel("Nguyễn Văn An, Yêu nước").first()).not().isEditable();
        Browser.picture(homeroom, "homeroom-individual-1366");
        Page record = at(
                browser, LAPTOP, opened.homeroom(), "hoc-ba/" + opened.records().get(1));
        assertThat(record.getByText("Số 12/QĐ-TH ngày 05/09/2026")).isVisible();
        button(record, "Đề nghị đánh giá riêng (học sinh khuyết tật)").click();
        assertThat(record.getByText("Đánh giá như các học sinh khác")).isVisible();
        assertThat(Browser.seriousFindings(record)).isEmpty();
        Browser.picture(record, "record-individual-1366");
    }

    @Test
    void aRoomOfTwoGradesIsOneSheetForItsTeacherAndASecondTeacherEntersBesideTheFirst(Browser browser) {
        Opened younger = fixture.open(2, 3);
        Opened older = fixture.beside(younger, 3, 2);
        Page admin = at(browser, LAPTOP, younger.admin(), "phan-cong");
        admin.getByText("Lớp ghép (0)").click();
        button(admin, "Ghép lớp").click();
        admin.getByLabel("Các lớp học chung").click();
        for (String name : List.of("2A", "3A")) {
            admin.getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .click();
        }
        admin.keyboard().press("Escape");
        admin.getByLabel("Tên lớp ghép").fill("2+3");
        Browser.picture(admin, "room-dialog-1366");
        admin.locator("vaadin-dialog-overlay")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Ghép").setExact(true))
                .click();
        assertThat(admin.getByText("Lớp ghép 2+3 (2A, 3A)")).isVisible();
        staysInside(admin);
        Browser.picture(admin, "room-1366");

        for (int width : List.of(LAPTOP, PHONE)) {
            Page teacher = at(browser, width, younger.homeroom(), "viec-cua-toi");
            assertThat(teacher.getByText("Lớp ghép 2+3 (2A, 3A) · Toán")).isVisible();
            staysInside(teacher);
            Browser.picture(teacher, "room-inbox-" + width);
        }
        Page teacher = at(browser, LAPTOP, younger.homeroom(), "so-chu-nhiem/" + older.classId());
        assertThat(teacher.getByLabel("Nguyễn Văn An (2A), Yêu nước").first()).isVisible();
        staysInside(teacher);
        Browser.picture(teacher, "room-homeroom-1366");
        teacher.navigate("http://localhost:" + port + "/so-mon/" + younger.classId() + "/TOAN");
        assertThat(teacher.getByLabel("Lò Thị Mai (3A), Điểm KTĐK").first()).isVisible();
        Browser.picture(teacher, "room-subject-1366");

        jdbc.sql(
                        "insert into co_teacher (id, row_version, class_id, subject_code, staff_id) values (?, 0, ?, 'GDTC', ?)")
                .params(Ids.next(), younger.classId(), younger.stranger().staffId())
                .update();
        Page second = at(browser, LAPTOP, younger.stranger(), "viec-cua-toi");
        assertThat(second.getByText("Môn dạy cùng")).isVisible();
        staysInside(second);
        Browser.picture(second, "beside-inbox-1366");
        second.navigate("http://localhost:" + port + "/so-mon/" + younger.classId() + "/GDTC");
        assertThat(second.getByText("Bạn dạy cùng: người phụ trách môn học hoàn tất."))
                .isVisible();
        assertThat(button(second, "Hoàn tất")).hasCount(0);
        Browser.picture(second, "beside-subject-1366");
    }

    @Test
    void theHomeroomBookCanBeReadOnAPhone(Browser browser) {
        cameBack();
        Page page = at(browser, PHONE, opened.homeroom(), "so-chu-nhiem/" + opened.classId());
        assertThat(page.getByText("chờ nhận xét Toán").first()).isVisible();
        staysInside(page);
        Browser.picture(page, "homeroom-390");
        button(page, "Trả về môn học").click();
        assertThat(page.getByText("Môn cần làm lại")).isVisible();
        Browser.picture(page, "homeroom-return-390");
    }
}
