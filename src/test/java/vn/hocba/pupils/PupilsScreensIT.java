package vn.hocba.pupils;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.school.TestWorkbook.with;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.pupils.ListedSchool.School;
import vn.hocba.school.NamedFile;
import vn.hocba.ui.Browser;

/** The admin's screens when pupils change: a record that does not follow the list, a leave that is set down, a record that goes on. */
@ScreenTest
class PupilsScreensIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ListedSchool world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theAdminSetsDownALeaveAndTheReturnAndLetsARecordFollowTheList(Browser browser) {
        School school = world.school();
        String name = "Giàng A Páo " + school.number();
        Object[] pao = school.child(1, name);
        Object[] mai = school.child(2, "Lò Thị Mai " + school.number());
        List<NamedFile> files = world.staffed(school, "1A", "1B");
        files.add(world.list(
                school, pao, mai, with(school.child(3, "Lù A Pó " + school.number()), ListedSchool.CLASS, "1B")));
        world.apply(school, files);
        world.open(school, 2026);
        String record = record(name);

        Page page = browser.signedIn(1366, port, school.admin().username(), "hocba");
        open(page, "hoc-ba/" + record);
        pictureOf(page, "pupils-offers-1366");
        button(page, "Ghi nhận thôi học, bảo lưu …").click();
        page.getByLabel("Tình trạng").waitFor();
        pictureOf(page, "pupils-leave-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
        page.getByLabel("Tình trạng").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Từ trần"))
                .click();
        page.getByLabel("Từ ngày").fill("01/11/2026");
        page.getByLabel("Từ ngày").press("Enter");
        page.locator("vaadin-dialog-overlay")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ghi nhận thôi học, bảo lưu …"))
                .click();
        assertThat(page.getByText("Em đã từ trần ngày 01/11/2026.")).isVisible();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
        assertThat(Browser.seriousFindings(page)).isEmpty();
        pictureOf(page, "pupils-closed-1366");
        assertThat(button(page, "Ghi nhận em trở lại học")).hasCount(0);
        button(page, "Sửa: đã ghi nhầm").click();
        page.getByLabel("Vào lớp").waitFor();
        pictureOf(page, "pupils-mistaken-1366");
        page.context().close();

        jdbc.sql("update enrolment set class_id = (select id from school_class where school_id = ? and name = '1B')"
                        + " where pupil_id = (select pupil_id from year_record where id = ?)")
                .params(school.unit().id(), record((String) mai[ListedSchool.NAME]))
                .update();
        for (int width : new int[] {1366, 390}) {
            page = browser.signedIn(width, port, school.admin().username(), "hocba");
            open(page, "mo-nam-hoc");
            assertThat(page.getByText("Chuyển từ lớp 1A sang lớp 1B.")).isVisible();
            pictureOf(page, "pupils-beside-" + width);
            open(page, "hoc-ba/" + record);
            pictureOf(page, "pupils-closed-" + width);
            if (width == 390) {
                page.context().close();
            } else {
                assertThat(Browser.seriousFindings(page)).isEmpty();
                page.context().close();
            }
        }
        page = browser.signedIn(1366, port, school.admin().username(), "hocba");
        open(page, "mo-nam-hoc");
        button(page, "Cho 1 học bạ theo danh sách").click();
        page.getByText("Đã xong cả 1.").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.getByText("Chuyển từ lớp 1A sang lớp 1B.")).isHidden();
        pictureOf(page, "pupils-followed-1366");

        NamedFile changed = world.list(
                school,
                with(pao, ListedSchool.STATUS, "Từ trần"),
                mai,
                with(school.child(3, "Lù A Pó " + school.number()), ListedSchool.STATUS, "Thôi học"));
        open(page, "import");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        changed.name(),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        changed.content()));
        assertThat(page.getByText("2 học sinh đổi lớp hoặc đổi trạng thái")).isVisible();
        pictureOf(page, "pupils-import-1366");
    }

    private String record(String name) {
        return jdbc.sql("select r.id from year_record r join pupil p on p.id = r.pupil_id where p.full_name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private static void pictureOf(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isTrue();
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
