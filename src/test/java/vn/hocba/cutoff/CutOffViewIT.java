package vn.hocba.cutoff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.cutoff.CutOffs.Missed;
import vn.hocba.cutoff.CutOffs.Reason;
import vn.hocba.cutoff.SetAside.Cause;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.fixture.ScreenTest;
import vn.hocba.identity.Role;
import vn.hocba.shared.Ids;
import vn.hocba.ui.Browser;
import vn.hocba.workflow.EngineJobs;

/** The freeze as the Sở sees it in a browser: the first wave over, the second running. */
@ScreenTest
class CutOffViewIT {

    private static final int ATTEMPTS = 6;

    @LocalServerPort
    int port;

    OfficeWorld world;

    @Autowired
    CutOffs cutOffs;

    @Autowired
    SetAside setAside;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EngineJobs jobs;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(CutOffViewIT.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aWaveThatRunsShowsItsProgressAndOneThatIsOverWhoWasLeftOut(int width, Browser browser) {
        Begun second = bothWaves();
        Page page = open(browser, width);
        assertThat(page.getByText("đã chốt 120 trên 120 học bạ")).isVisible();
        assertThat(page.locator("vaadin-progress-bar")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trường"))
                .first()
                .click();
        assertThat(page.getByText("Trường chưa mở học bạ của năm học này").first())
                .isVisible();
        Browser.picture(page, "cut-off-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        assertThat(Browser.seriousFindings(page)).isEmpty();

        cutOffs.count(second.id(), 20);
        cutOffs.end(second.id());

        assertThat(page.getByText("đã chốt 30 trên 30 học bạ")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aCutOffThatDoesNotGoOnSaysSoAndIsRunAgain(int width, Browser browser) {
        CutOffKey key = aCutOffWithoutItsRow();
        Page page = open(browser, width);
        assertThat(page.getByText("Chưa chạy được bước «Lập danh sách học bạ chưa chốt»."))
                .isVisible();
        assertThat(page.getByText("Đã hết lượt tự chạy lại.")).isVisible();
        Browser.picture(page, "cut-off-incident-" + width);
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();

        cutOffs.begin(key, Wave.FIRST, LocalDate.of(2027, 6, 30), 0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chạy lại"))
                .click();
        assertThat(page.getByText("Hệ thống đang chạy lại.")).isVisible();
        jobs.step(key.toString());

        assertThat(page.getByText("Chưa chạy được bước")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void aRecordThatCouldNotBeFrozenSaysWhyWhatToDoAndIsTriedAgain(int width, Browser browser) {
        String record = aRecordOfWhichTheSchoolHasAnotherVersion();
        Page page = open(browser, width);
        assertThat(page.getByText("1 học bạ chưa chốt được")).isVisible();
        assertThat(page.getByText("Bản Sở đã tiếp nhận khác bản trường đang giữ."))
                .isVisible();
        Browser.picture(page, "cut-off-set-aside-" + width);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "[...document.querySelectorAll('section p')].every(p => p.getBoundingClientRect().x > p.closest('section').getBoundingClientRect().x + 12)"))
                .as("no words at the very edge of a card")
                .isTrue();
        assertThat((Boolean) page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"))
                .isTrue();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thử lại"))
                .click();

        assertThat(page.getByText("Sở đã tiếp nhận bản này nhưng hệ thống không có học bạ của trường."))
                .isVisible();
        jdbc.sql("delete from registered_record where year_record_id = ?")
                .param(record)
                .update();
    }

    /** What the province has of it is all there is, as the next attempt finds out. */
    private String aRecordOfWhichTheSchoolHasAnotherVersion() {
        String record = Ids.next();
        Begun second = bothWaves();
        jdbc.sql(
                        "insert into registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code, school_name,"
                                + " province_code, school_year, level, grade, class_name, pupil_code, birth_date, state, packet, packet_hash, signers,"
                                + " received_at, programme_completed) values (:id, 0, :id, :id, 1, 'S', 'Trường Tiểu học Hòa Bình', 'P', 2026, 'PRIMARY', 1,"
                                + " '1A', '0123456789', date '2020-09-05', 'ACCEPTED', X'00', :id, '[]', localtimestamp, true)")
                .param("id", record)
                .update();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> setAside.put(second, record, Cause.OTHER_VERSION, null));
        return record;
    }

    private CutOffKey noCutOffYet() {
        world.school();
        String province = world.province().id();
        for (String table : List.of("cut_off_set_aside", "cut_off_exception")) {
            jdbc.sql("delete from " + table + " where cut_off_id in (select id from cut_off where province_id = ?)")
                    .param(province)
                    .update();
        }
        jdbc.sql("delete from cut_off where province_id = ?").param(province).update();
        return new CutOffKey(province, OfficeWorld.YEAR);
    }

    private CutOffKey aCutOffWithoutItsRow() {
        CutOffKey key = noCutOffYet();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .list()
                .forEach(process -> runtime.deleteProcessInstance(process.getId(), "another try"));
        runtime.createProcessInstanceByKey("cutOff")
                .businessKey(key.toString())
                .startBeforeActivity("serviceTask_end_FIRST")
                .execute();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> jobs.step(key.toString())).isInstanceOf(RuntimeException.class);
        }
        return key;
    }

    private Begun bothWaves() {
        CutOffKey key = noCutOffYet();
        Begun first = cutOffs.begin(key, Wave.FIRST, LocalDate.of(2027, 6, 30), 120);
        cutOffs.count(first.id(), 120);
        cutOffs.miss(
                first.id(),
                jdbc.sql("select school_id, class_id, pupil_id, id from year_record where school_id = ? limit 3")
                        .param(world.school().id())
                        .query((row, n) -> new Missed(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                n == 0 ? null : row.getString(4),
                                Reason.values()[n],
                                n == 0 ? null : "PRINCIPAL"))
                        .list());
        cutOffs.end(first.id());
        Begun second = cutOffs.begin(key, Wave.SECOND, LocalDate.of(2027, 8, 15), 30);
        cutOffs.count(second.id(), 10);
        return second;
    }

    private Page open(Browser browser, int width) {
        Page page = browser.signedIn(width, port, world.someone(Role.PROVINCE).username(), "hocba");
        page.navigate("http://localhost:" + port + "/so/chot");
        return page;
    }
}
