package vn.hocba.dossier.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.shared.Ids;
import vn.hocba.ui.Browser;

/** The record's page offers the whole học bạ, and the register where it is still open. */
@ScreenTest
class WholeBookIT {

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(WholeBookIT.class);
        world.school();
    }

    @Test
    void theClerkIsOfferedAllYearsAndTheRegister(Browser browser) {
        String record = world.records("2A").get(0);
        jdbc.sql(
                        "insert into year_record (id, row_version, school_record_id, pupil_id, school_id, class_id, school_year, grade, ordinal,"
                                + " state, version_no, state_since) select ?, 0, school_record_id, pupil_id, school_id, class_id, 2025, 1, ordinal,"
                                + " 'ACCEPTED', 1, state_since from year_record where id = ?")
                .params(Ids.next(), record)
                .update();
        Page page = browser.signedIn(1366, port, world.someone(Role.CLERK).username(), "hocba");
        page.navigate("http://localhost:" + port + "/hoc-ba/" + record);

        assertThat(page.getByText("In cả học bạ")).isVisible();
        assertThat(page.getByText("Bản in (PDF)")).isVisible();
        Browser.picture(page, "record-whole-book-1366");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ghi số đăng bộ"))
                .first()
                .click();
        page.getByLabel("Số đăng bộ (không bắt buộc)").waitFor();
        Browser.picture(page, "record-register-1366");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }
}
