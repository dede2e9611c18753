package vn.hocba.desk.ui;

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

/** «Phân công» and «Vai trò» in a browser. */
@ScreenTest
class PeopleScreensIT {

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(PeopleScreensIT.class);
        world.school();
    }

    @Test
    void theAdminGivesASubjectToSomebodyElseForATimeAndSeesItInTheHistory(Browser browser) {
        Page page = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(page, "phan-cong");
        Browser.picture(page, "people-duties-1366");
        Locator row = page.locator(".data-table tbody tr").nth(1);
        String former = row.locator("td").first().innerText();
        row.getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG).last();
        dialog.getByRole(AriaRole.COMBOBOX).first().fill("le huu phuoc");
        page.locator("vaadin-combo-box-item").first().click();
        dialog.getByLabel("Lý do").fill("Nghỉ thai sản");
        dialog.getByLabel("Số quyết định").fill("12/QĐ-THRĐ");
        Browser.picture(page, "people-duty-dialog-1366");
        button(page, "Phân công").click();
        assertThat(page.getByText("Đã phân công 1 việc").first()).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Đã đổi"))
                .click();
        assertThat(page.getByText("Nghỉ thai sản").first()).isVisible();
        assertThat(page.getByText(former).first()).isAttached();
        Browser.picture(page, "people-duties-past-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void aDayThatCannotBeReadIsNotTakenForNoEndAndNothingIsKept(Browser browser) {
        Page page = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(page, "phan-cong");
        assertThat(page.getByRole(AriaRole.MAIN)).hasCount(1);
        page.locator(".data-table tbody tr").nth(2).getByRole(AriaRole.BUTTON).click();
        Locator dialog = page.locator("vaadin-dialog-overlay");
        dialog.getByRole(AriaRole.COMBOBOX).first().fill("le huu phuoc");
        page.locator("vaadin-combo-box-item").first().click();
        dialog.getByLabel("Lý do").fill("Dạy thay một tháng");
        dialog.getByLabel("Đến hết ngày").fill("31/11/2026");
        dialog.getByLabel("Đến hết ngày").press("Enter");
        button(page, "Phân công").click();
        assertThat(page.locator("vaadin-date-picker [slot=error-message]")
                        .getByText("Hãy nhập ngày theo dạng 21/05/2027."))
                .isVisible();
        Browser.picture(page, "people-duty-unreadable-1366");
        assertThat(page.getByText("Đã phân công")).hasCount(0);
        assertThat(jdbc.sql("select count(*) from duty_term where reason = 'Dạy thay một tháng'")
                        .query(Integer.class)
                        .single())
                .isZero();

        open(page, "so-dang-bo");
        page.getByLabel("Lớp", new Page.GetByLabelOptions().setExact(true)).fill("3A");
        page.locator("vaadin-combo-box-item").first().click();
        page.locator(".data-table vaadin-text-field input").first().fill("DB-777");
        page.locator(".data-table vaadin-date-picker input").first().fill("32/09/2026");
        page.locator(".data-table vaadin-date-picker input").first().press("Enter");
        button(page, "Lưu sổ đăng bộ").click();
        assertThat(page.locator("vaadin-date-picker [slot=error-message]")
                        .getByText("Hãy nhập ngày theo dạng 21/05/2027."))
                .isVisible();
        assertThat(page.getByText("Đã lưu")).hasCount(0);
        assertThat(jdbc.sql("select count(*) from enrolment where register_no = 'DB-777'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thePrincipalGivesTheSealAndTheUnitAboveFindsTheSchool(Browser browser) {
        jdbc.sql("update staff set title = 'Phó Hiệu trưởng' where id = ?")
                .param(world.homeroom("5A").staffId())
                .update();
        Page page = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(page, "vai-tro");
        Browser.picture(page, "people-roles-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận"))
                .first()
                .click();
        Browser.picture(page, "people-role-dialog-1366");
        button(page, "Giao vai trò").last().click();
        assertThat(page.getByText("Hãy ghi số quyết định").first()).isVisible();
        page.getByLabel("Số quyết định").fill("15/QĐ-THRĐ");
        button(page, "Giao vai trò").last().click();
        assertThat(page.getByText("Đã giao vai trò cho").first()).isVisible();
        Browser.picture(page, "people-roles-given-1366");

        Page above = signedIn(browser, 1366, Role.SUPERVISOR);
        open(above, "vai-tro");
        assertThat(above.getByText("Hãy chọn trường").first()).isVisible();
        Browser.picture(above, "people-roles-above-1366");
    }

    @Test
    void theAdminFillsInTheRegisterOfAClass(Browser browser) {
        Page page = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(page, "so-dang-bo");
        page.getByLabel("Lớp", new Page.GetByLabelOptions().setExact(true)).fill("2A");
        page.locator("vaadin-combo-box-item").first().click();
        page.locator(".data-table vaadin-text-field input").first().fill("DB-001");
        page.locator(".data-table vaadin-date-picker input").first().fill("01/09/2026");
        page.locator(".data-table vaadin-date-picker input").first().press("Enter");
        button(page, "Lưu sổ đăng bộ").click();
        assertThat(page.getByText("Đã lưu 1 học sinh").first()).isVisible();
        Browser.picture(page, "people-register-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void atTheSoSomebodyIsEnteredAndGivenARole(Browser browser) {
        Page page = signedIn(browser, 1366, Role.PROVINCE_OFFICER);
        open(page, "vai-tro");
        page.getByRole(AriaRole.COMBOBOX).first().press("ArrowDown");
        Browser.picture(page, "people-province-choose-1366");
        page.locator("vaadin-combo-box-item").first().click();
        assertThat(page.getByText("Người của Sở").first()).isVisible();
        button(page, "Thêm người của Sở").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG).last();
        dialog.getByLabel("Họ tên").fill("Vi Thị Hằng");
        dialog.getByLabel("Chức vụ").fill("Phó giám đốc");
        Browser.picture(page, "people-province-add-1366");
        button(page, "Thêm người của Sở").last().click();
        assertThat(page.getByText("Đã thêm Vi Thị Hằng").first()).isVisible();
        Browser.picture(page, "people-province-1366");
        button(page, "Giao vai trò").first().click();
        Locator role = page.getByRole(AriaRole.DIALOG).last();
        role.getByRole(AriaRole.COMBOBOX).first().fill("vi thi hang");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Vi Thị Hằng – Phó giám đốc"))
                .click();
        role.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Phó giám đốc (ký thay)"))
                .click();
        page.getByLabel("Số quyết định").fill("15/QĐ-UBND");
        Browser.picture(page, "people-province-role-1366");
        button(page, "Giao vai trò").last().click();
        assertThat(page.getByText("Đã giao vai trò cho Vi Thị Hằng").first()).isVisible();
        Browser.picture(page, "people-province-given-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void theAdminSaysWhereTheSchoolLies(Browser browser) {
        Page page = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(page, "dia-chi-truong");
        page.getByLabel("Xã, phường, đặc khu").fill("Phường Chợ Lớn");
        page.getByLabel("Tỉnh, thành phố").fill("Thành phố Hồ Chí Minh");
        page.getByLabel("Địa danh khi ghi ngày tháng").fill("Chợ Lớn");
        button(page, "Lưu địa chỉ").click();
        assertThat(page.getByText("Đã lưu địa chỉ").first()).isVisible();
        Browser.picture(page, "people-address-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void theSoFoundsASchoolMergesItAndTheSuccessorConfirmsItsPeople(Browser browser) {
        Page page = signedIn(browser, 1366, Role.PROVINCE_OFFICER);
        open(page, "don-vi");
        Browser.picture(page, "units-1366");
        button(page, "Thành lập đơn vị").first().click();
        Locator founding = page.getByRole(AriaRole.DIALOG).last();
        founding.getByLabel("Mã đơn vị").fill("79799901");
        founding.getByLabel("Tên đơn vị").fill("Trường Tiểu học Bình Minh");
        choose(page, founding.getByRole(AriaRole.COMBOBOX).nth(0), "Phòng VH–XH xã Rạng Đông");
        decision(founding);
        Browser.picture(page, "units-found-1366");
        button(page, "Thành lập đơn vị").last().click();
        assertThat(page.getByText("Đã ghi đơn vị mới").first()).isVisible();
        jdbc.sql(
                        "insert into staff (id, row_version, school_id, moet_code, full_name, title, working)"
                                + " select 'it-take-over', 0, id, '0199999901', 'Lương Thị Mận', 'Giáo viên', true from org_unit where code = '79799901'")
                .update();

        button(page, "Sáp nhập").first().click();
        Locator merging = page.getByRole(AriaRole.DIALOG).last();
        choose(page, merging.getByRole(AriaRole.COMBOBOX).first(), "Trường Tiểu học Rạng Đông");
        decision(merging);
        Browser.picture(page, "units-merge-1366");
        button(page, "Sáp nhập").last().click();
        assertThat(page.getByText("Đã ghi nhận").first()).isVisible();
        Browser.picture(page, "units-merged-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();

        Page school = signedIn(browser, 1366, Role.SCHOOL_ADMIN);
        open(school, "vai-tro");
        assertThat(school.getByText("Lương Thị Mận").first()).isVisible();
        Browser.picture(school, "units-take-over-1366");
        button(school, "Xác nhận Lương Thị Mận về làm việc ở trường").click();
        assertThat(school.getByText("Lương Thị Mận đã là nhân sự của trường").first())
                .isVisible();
    }

    private static void choose(Page page, Locator field, String option) {
        field.fill(option);
        page.locator("vaadin-combo-box-item").first().click();
    }

    private static void decision(Locator dialog) {
        dialog.getByLabel("Quyết định số").fill("1685/QĐ-UBND");
        dialog.page().locator("vaadin-date-picker input").first().fill("20/11/2026");
        dialog.page().locator("vaadin-date-picker input").first().press("Enter");
    }

    @ParameterizedTest
    @ValueSource(ints = {390})
    void noScreenIsWiderThanAPhone(int width, Browser browser) {
        Page page = signedIn(browser, width, Role.SCHOOL_ADMIN);
        for (String path : List.of("phan-cong", "vai-tro", "dia-chi-truong", "so-dang-bo")) {
            open(page, path);
            Browser.picture(page, "people-" + path + "-" + width);
            assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isTrue();
        }
    }

    private Page signedIn(Browser browser, int width, Role role) {
        return browser.signedIn(width, port, world.someone(role).username(), "hocba");
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
