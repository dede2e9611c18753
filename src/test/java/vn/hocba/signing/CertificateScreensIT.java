package vn.hocba.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.signing.CertificateMaker.Validity;
import vn.hocba.ui.Browser;

/** The admin enters the tax code of a school without one, hands in a certificate of another authority, and decides about it, in a browser. */
@ScreenTest
class CertificateScreensIT {

    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    AuthorityKeys authority;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(CertificateScreensIT.class);
    }

    @Test
    void theAdminHandsInACertificateDecidesAboutItAndEntersTheTaxCode(Browser browser) {
        CurrentUser teacher = world.homeroom("2A");
        String school = world.school().id();
        jdbc.sql("update org_unit set tax_code = null where id = ?")
                .param(school)
                .update();
        Page page =
                browser.signedIn(1366, port, world.someone(Role.SCHOOL_ADMIN).username(), "hocba");
        open(page, "chung-thu");
        button(page, "Khai mã số thuế").click();
        page.getByLabel("Mã số thuế").last().fill("12");
        button(page, "Khai mã số thuế").last().click();
        assertThat(page.getByText("Mã số thuế có 10 chữ số")).isVisible();
        Browser.picture(page, "certificates-tax-code-1366");
        page.getByLabel("Mã số thuế").last().fill("0311223344");
        button(page, "Khai mã số thuế").last().click();
        assertThat(page.getByText("Đã khai mã số thuế")).isVisible();
        button(page, "Đăng ký chứng thư chữ ký số của " + teacher.displayName()).click();
        page.locator("vaadin-upload input[type=file]").setInputFiles(certificateOf(teacher));
        assertThat(page.locator("vaadin-upload-file[complete]")).isVisible();
        assertThat(page.getByText("Chọn tệp chứng thư chữ ký số")).isVisible();
        Browser.picture(page, "certificates-hand-in-1366");
        button(page, "Đăng ký").last().click();
        assertThat(page.getByText("Chờ duyệt: 1")).isVisible();
        page.getByText("Chờ duyệt: 1").scrollIntoViewIfNeeded();
        Browser.picture(page, "certificates-waiting-1366");
        page.setViewportSize(390, 844);
        page.getByText("Chờ duyệt: 1").scrollIntoViewIfNeeded();
        Browser.picture(page, "certificates-waiting-390");
        Assertions.assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.setViewportSize(1366, 768);
        button(page, "Duyệt chứng thư chữ ký số của " + teacher.displayName()).click();
        page.getByLabel("Lý do").fill("Ban Cơ yếu cấp theo công văn 12/CY");
        Browser.picture(page, "certificates-approve-1366");
        button(page, "Duyệt").last().click();
        assertThat(page.getByText("Đã duyệt chứng thư chữ ký số của")).isVisible();
        assertThat(page.getByText("Chờ duyệt: 1")).hasCount(0);
        open(page, "chung-thu");
        Browser.picture(page, "certificates-1366");
        Assertions.assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    private FilePayload certificateOf(CurrentUser teacher) {
        try {
            return new FilePayload(
                    "chung-thu.cer",
                    "application/pkix-cert",
                    CertificateMaker.holder(
                                    teacher.displayName(),
                                    "Trường",
                                    "CCCD:001099000001",
                                    Validity.starting(clock.instant(), Duration.ofDays(365)),
                                    authority.get().issuing())
                            .certificate()
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has an encoding", e);
        }
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator(".screen").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
