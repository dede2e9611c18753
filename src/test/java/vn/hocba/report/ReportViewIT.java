package vn.hocba.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffEnded;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.registry.ConfirmedLists;
import vn.hocba.registry.ConfirmedLists.OfWave;
import vn.hocba.registry.CountedAnew;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Sha256;
import vn.hocba.ui.Browser;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.ReceiptProcesses;

/** The report of a frozen wave as an officer of the Sở makes it in a browser, from the first certificate to the receipts. */
@ScreenTest
class ReportViewIT {

    /** More than are marked in one transaction. */
    private static final int RECORDS = 120;

    @LocalServerPort
    int port;

    @Value("${hocba.ministry.folder}")
    Path folder;

    OfficeWorld world;

    @Autowired
    BeginReports begin;

    @Autowired
    Reports reports;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ConfirmedLists lists;

    @Autowired
    ReceiptProcesses receipts;

    @Autowired
    ProvinceCertificate certificate;

    @Autowired
    Session session;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(ReportViewIT.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void anOfficerSignsAReportAndSeesItArrive(int width, Browser browser) throws IOException {
        String reportId = aFrozenWave();
        Page page = open(browser, width);
        assertThat(page.getByText("trước ngày 10/07/2027")).isVisible();
        look(page, "report-without-certificate-" + width);

        button(page, "Cấp chứng thư chữ ký số thử nghiệm").click();
        page.getByLabel("Mã PIN").fill("12");
        page.getByRole(AriaRole.DIALOG)
                .getByText("Cấp chứng thư chữ ký số thử nghiệm")
                .click();
        assertThat(page.getByText("Mã PIN phải có ít nhất 6 ký tự")).isVisible();
        page.getByLabel("Mã PIN").fill("246810");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Hiệu lực đến").first()).isVisible();
        look(page, "report-waiting-" + width);
        Page leader = browser.signedIn(
                width, port, world.someone(Role.PROVINCE_LEADER).username(), "hocba");
        leader.navigate("http://localhost:" + port + "/so/bao-cao");
        assertThat(button(leader, "Duyệt báo cáo")).isVisible();
        look(leader, "report-leader-" + width);
        button(leader, "Duyệt báo cáo").click();
        assertThat(leader.getByText("Chờ văn thư Sở ký số").first()).isVisible();
        look(leader, "report-approved-" + width);

        button(page, "Ký và gửi báo cáo").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
        Browser.picture(page, "report-pin-" + width);
        assertThat(button(page, "Ký báo cáo")).isVisible();
        page.getByLabel("Mã PIN").fill("246810");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Đang gửi Bộ")).isVisible();
        transaction.executeWithoutResult(status -> reports.get(reportId).failed("Máy chủ của Bộ từ chối, mã 503."));
        assertThat(page.getByText("mã 503")).isVisible();
        look(page, "report-failed-" + width);

        button(page, "Gửi lại").click();
        assertThat(page.getByText("Đang gửi lại báo cáo.")).isVisible();
        jobs.run(reportId);
        assertThat(page.getByText("Báo cáo xong lúc")).isVisible();
        assertThat(jdbc.sql(
                                "select count(*) from registered_record g join ministry_report_item i on i.year_record_id = g.year_record_id"
                                        + " where i.report_id = ? and g.state = 'REPORTED'")
                        .param(reportId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(RECORDS);
        look(page, "report-done-" + width);
        Download receipts =
                page.waitForDownload(() -> page.getByText("Tải biên nhận (CSV)").click());
        assertThat(Files.readString(receipts.path())).contains(file());
    }

    @Test
    void theSoConfirmsWhatAWaveHasFrozenWithOneSignature(Browser browser) throws IOException {
        aFrozenWave();
        String list = aListOfReceipts();
        session.run(world.someone(Role.PROVINCE), () -> certificate.issue("246810".toCharArray()));
        Page page = open(browser, 1366);
        page.navigate("http://localhost:" + port + "/so/bien-nhan");
        assertThat(page.getByText("Đang lập")).isVisible();
        jobs.run(list);
        assertThat(page.getByText("Chờ Sở ký")).isVisible();
        Page leader =
                browser.signedIn(390, port, world.someone(Role.PROVINCE_LEADER).username(), "hocba");
        leader.navigate("http://localhost:" + port + "/so/bien-nhan");
        assertThat(button(leader, "Duyệt danh sách")).isVisible();
        look(leader, "receipts-leader-390");
        button(leader, "Duyệt danh sách").click();
        assertThat(leader.getByText("Chờ văn thư Sở ký số").first()).isVisible();

        assertThat(button(page, "Ký danh sách")).isVisible();
        look(page, "receipts-approved-1366");
        button(page, "Ký danh sách").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
        Browser.picture(page, "receipts-pin-1366");
        page.getByLabel("Mã PIN").fill("246810");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Mã băm gốc SHA-256")).isVisible();
        look(page, "receipts-signed-1366");
    }

    @Test
    void aFileThatSomebodyBringsIsCheckedAndItsFaultsAreSaid(Browser browser) {
        Page page = open(browser, 1366);
        page.navigate("http://localhost:" + port + "/kiem-tra-tep");
        page.locator("input[type=file]").setInputFiles(Path.of("src/test/resources/packets/older/full.xml"));
        page.locator("vaadin-upload-file[complete]").waitFor();
        button(page, "Kiểm tra").click();

        assertThat(page.getByText("Không đạt")).isVisible();
        assertThat(page.getByText("không do tổ chức chứng thực tin cậy cấp").first())
                .isVisible();
        look(page, "check-file-1366");
    }

    /** As the end of the wave begins it. */
    private String aListOfReceipts() {
        String province = world.someone(Role.PROVINCE).unitId();
        LocalDate day = jdbc.sql("select max(effective_on) as last from registered_record where province_code = ?")
                .param(world.province().code())
                .query((row, n) -> row.getObject("last", LocalDate.class))
                .single();
        return transaction.execute(status -> {
            String list = lists.begin(province, new OfWave(OfficeWorld.YEAR, Wave.FIRST, "", day), RECORDS);
            receipts.start(list);
            return list;
        });
    }

    private void look(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String file() {
        return "bao-cao-" + world.province().code() + "-2026-dot-1-goi-1-tren-1.xml";
    }

    private String aFrozenWave() throws IOException {
        world.school();
        CurrentUser official = world.someone(Role.PROVINCE);
        for (String table : List.of("ministry_report_item", "ministry_report_part")) {
            jdbc.sql("delete from " + table
                            + " where report_id in (select id from ministry_report where province_id = ?)")
                    .param(official.unitId())
                    .update();
        }
        jdbc.sql("delete from ministry_report where province_id = ?")
                .param(official.unitId())
                .update();
        jdbc.sql("delete from sandbox_key where certificate_id in (select id from certificate where owner_id = ?)")
                .param(official.unitId())
                .update();
        jdbc.sql("delete from certificate where owner_id = ?")
                .param(official.unitId())
                .update();
        Files.deleteIfExists(folder.resolve(file()));
        // Each width has a day of its own: what was reported cannot be made unreported.
        LocalDate day = LocalDate.of(2027, 6, 30)
                .plusDays(jdbc.sql("select count(*) from registered_record where province_code = ?")
                        .param(world.province().code())
                        .query(Integer.class)
                        .single());
        for (int i = 0; i < RECORDS; i++) {
            String id = Ids.next();
            byte[] packet = ("<x>" + id + "</x>").getBytes(StandardCharsets.UTF_8);
            jdbc.sql(
                            "insert into registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name,"
                                    + " province_code, school_year, level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash,"
                                    + " signers, received_at, programme_completed, effective_on) values (?, 0, ?, ?, 1, 'S', 'Trường', ?, ?, 'PRIMARY',"
                                    + " 1, '1A', ?, '2020-09-05', 'FROZEN', ?, ?, '[]', localtimestamp, true, ?)")
                    .params(
                            id,
                            id,
                            id,
                            world.province().code(),
                            OfficeWorld.YEAR,
                            id.substring(12),
                            packet,
                            Sha256.of(packet),
                            Date.valueOf(day))
                    .update();
        }
        CountedAnew.of(jdbc);
        transaction.executeWithoutResult(
                status -> begin.begin(new CutOffEnded(official.unitId(), OfficeWorld.YEAR, Wave.FIRST, day, "")));
        return reports.find(official.unitId(), OfficeWorld.YEAR, Wave.FIRST)
                .orElseThrow()
                .id();
    }

    private Page open(Browser browser, int width) {
        Page page = browser.signedIn(width, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/bao-cao");
        return page;
    }
}
