package vn.hocba.lookup.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.document.PdfText;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.CountedAnew;
import vn.hocba.registry.Intake;
import vn.hocba.ui.Browser;

@ScreenTest
class LookupViewIT {

    @LocalServerPort
    private int port;

    @Autowired
    ReleasedRecords world;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    private String record;
    private String code;

    @BeforeEach
    void anAcceptedRecord() {
        School school = world.school();
        record = world.released(school, "Lò Thị Mai").get(0);
        code = world.content(record).lookupCode();
        intake.receive(world.pack(school, world.item(record)));
        ReleasedRecords.showsUnfrozen(jdbc, school.province().code());
    }

    @Test
    void onAPhoneTheQrCodeLeadsToTheRecordAndItsDocumentsWithoutASignIn(Browser browser) throws IOException {
        Page page = browser.visitor(390, 844);
        page.navigate("http://localhost:" + port + "/tra-cuu?ma=" + code);
        Browser.picture(page, "lookup-form-390");
        page.getByLabel("Ngày sinh của học sinh").fill("05/09/2020");
        page.getByLabel("Ngày sinh của học sinh").press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Lò Thị Mai")))
                .isVisible();
        Browser.picture(page, "lookup-390");
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();
        Download packet =
                page.waitForDownload(() -> page.getByText("Tải bản gốc (XML)").click());
        assertThat(Files.readAllBytes(packet.path())).isEqualTo(world.packet(record));
        assertThat(packet.suggestedFilename()).isEqualTo("hoc-ba-2026-2027-lop-1A.xml");
        Download form =
                page.waitForDownload(() -> page.getByText("Tải bản in (PDF)").click());
        assertThat(Files.readAllBytes(form.path())).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aFrozenRecordShowsSinceWhenItIsInEffectAndThatTheReceiptIsAwaited(Browser browser) throws IOException {
        jdbc.sql(
                        "update registered_record set state = 'FROZEN', effective_on = date '2027-06-30' where year_record_id = ?")
                .param(record)
                .update();
        CountedAnew.of(jdbc);
        Page page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/tra-cuu?ma=" + code);
        page.getByLabel("Ngày sinh của học sinh").fill("05/09/2020");
        page.getByLabel("Ngày sinh của học sinh").press("Enter");

        assertThat(page.getByText("Sở đã chốt, chờ ký biên nhận")).isVisible();
        assertThat(page.getByText("30/06/2027")).isVisible();
        Browser.picture(page, "lookup-receipt-awaited-1366");
        assertThat(page.getByText("Tải bản gốc kèm biên nhận chốt (XML)")).not().isVisible();
        Download form =
                page.waitForDownload(() -> page.getByText("Tải bản in (PDF)").click());
        byte[] pdf = Files.readAllBytes(form.path());
        assertThat(PdfText.of(pdf)).contains("Ngày hiệu lực: 30/06/2027 (Sở đã chốt, chờ ký biên nhận chốt)");
    }

    @Test
    void onALaptopTheHeadsOfTheSubjectsStandAboveTheirColumns(Browser browser) {
        Page page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/tra-cuu?ma=" + code);
        page.getByLabel("Ngày sinh của học sinh").fill("05/09/2020");
        page.getByLabel("Ngày sinh của học sinh").press("Enter");
        assertThat(page.locator("table.stacked thead")).isVisible();
        assertThat(page.locator("h1")).hasCount(1);
        page.locator("table.stacked").scrollIntoViewIfNeeded();
        Browser.picture(page, "lookup-subjects-1366");

        BoundingBox heads = page.locator("table.stacked thead").boundingBox();
        BoundingBox lines = page.locator("table.stacked tbody").boundingBox();
        assertThat(heads.y + heads.height).isLessThanOrEqualTo(lines.y + 1);
        assertThat(heads.width).isEqualTo(lines.width);
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.public')).backgroundColor"))
                .as("below the first screenful")
                .isEqualTo(page.evaluate("() => getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void whoHasSeveralYearsDownloadsThemAsOne(Browser browser) throws IOException {
        School school = world.school();
        String first = world.released(school, "Giàng A Sử").get(0);
        String second = world.released(school, "Giàng A Sử").get(0);
        intake.receive(world.pack(school, world.item(first), world.item(second)));
        ReleasedRecords.showsUnfrozen(jdbc, school.province().code());
        RecordSnapshot s = world.content(first);
        RecordSnapshot before = new RecordSnapshot(
                s.lookupCode(),
                second,
                1,
                s.level(),
                2025,
                s.grade(),
                s.className(),
                s.createdOn(),
                s.issuer(),
                s.pupil(),
                s.regulation(),
                s.parts(),
                s.homeroom(),
                s.conclusion());
        jdbc.sql(
                        "update registered_record set lookup_code = ?, school_year = 2025, packet = ? where year_record_id = ?")
                .params(s.lookupCode(), world.packet(school, before), second)
                .update();
        Page page = browser.visitor(390, 844);
        page.navigate("http://localhost:" + port + "/tra-cuu?ma=" + s.lookupCode());
        page.getByLabel("Ngày sinh của học sinh").fill("05/09/2020");
        page.getByLabel("Ngày sinh của học sinh").press("Enter");

        Download book =
                page.waitForDownload(() -> page.getByText("Tải cả học bạ (PDF)").click());
        Browser.picture(page, "lookup-book-390");
        assertThat(PdfText.of(Files.readAllBytes(book.path())))
                .contains("NĂM HỌC 2025 - 2026")
                .contains("NĂM HỌC 2026 - 2027");
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void onALaptopAWrongBirthDateIsToldBesideTheForm(Browser browser) {
        Page page = browser.visitor(1366, 768);
        page.navigate("http://localhost:" + port + "/tra-cuu");
        page.getByLabel("Mã tra cứu").fill(code);
        page.getByLabel("Ngày sinh của học sinh").fill("1/1/2020");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tra cứu"))
                .click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Không có học bạ nào khớp");
        Browser.picture(page, "lookup-wrong-1366");
    }
}
