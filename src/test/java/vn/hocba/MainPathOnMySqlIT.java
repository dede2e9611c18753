package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OtherDates;
import vn.hocba.calendar.YearDates;
import vn.hocba.desk.principal.ApprovalList;
import vn.hocba.dossier.FindPupils;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.LookUp;
import vn.hocba.oversight.ProgressBoard;
import vn.hocba.registry.IntakeBoard;
import vn.hocba.rehearsal.Founding;
import vn.hocba.rehearsal.SchoolPlay;
import vn.hocba.report.ApproveReport;
import vn.hocba.report.ProvinceCertificate;
import vn.hocba.report.SignReport;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolIdentification;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.Incidents;
import vn.hocba.submission.Submissions;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** A whole school's year on the database server that a real installation uses. */
@ExtendWith(MySqlServer.class)
@SpringBootTest
@ActiveProfiles({"test", "mysql"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainPathOnMySqlIT {

    private static final Logger LOG = LoggerFactory.getLogger(MainPathOnMySqlIT.class);
    private static final String PIN = "246810";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Consumer<Batches.Progress> UNWATCHED = progress -> {};

    @Autowired
    private SchoolPlay play;

    @Autowired
    private Founding founding;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Session session;

    @Autowired
    private ProgressBoard progressBoard;

    @Autowired
    private IntakeBoard intakeBoard;

    @Autowired
    private LookUp lookUp;

    @Autowired
    private FindPupils findPupils;

    @Autowired
    private ApprovalList approvalList;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Incidents incidents;

    @Autowired
    private RequestBoard requests;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Calendar calendar;

    @Autowired
    private ChangeCalendar changeCalendar;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ProvinceCertificate certificate;

    @Autowired
    private ApproveReport approval;

    @Autowired
    private SignReport signReport;

    @Value("${hocba.ministry.folder}")
    private Path ministryFolder;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    private static Unit school;
    private static int year;
    private static List<CurrentUser> people;

    @DynamicPropertySource
    static void useTheServer(DynamicPropertyRegistry registry) {
        registry.add("HOCBA_DB_URL", MySqlServer::url);
        registry.add("HOCBA_DB_USER", () -> MySqlServer.USER);
        registry.add("HOCBA_DB_PASSWORD", () -> MySqlServer.PASSWORD);
        registry.add("spring.jpa.database-platform", MySqlServer::dialect);
        registry.add("camunda.bpm.job-execution.enabled", () -> true);
    }

    @BeforeEach
    void playTheYearOnce() throws IOException {
        if (school != null) {
            return;
        }
        LOG.info("The database server of this test is {}", strings("select version()"));
        List<NamedFile> files = workbooks();
        SchoolIdentification.Identity identity = founding.identify(files);
        Unit laidDown = founding.layDown(
                identity,
                new Founding.Above(
                        "SO-79", identity.provinceName(), "XA-79774", "Phường Thử Nghiệm", "Thành phố Hồ Chí Minh"));
        CurrentUser admin = founding.firstAdmin(laidDown, "Quản trị");
        founding.importFiles(admin, files);
        people = founding.equip(admin, null, PIN);
        year = identity.schoolYear().start();
        play.openYear(admin, year, UNWATCHED);
        List<String> problems = new ArrayList<>();
        for (Step step : Step.values()) {
            for (CurrentUser person : people) {
                problems.addAll(play.work(person, step, PIN, List.of(), UNWATCHED));
            }
        }
        assertThat(problems).isEmpty();
        await().atMost(PATIENCE).until(() -> count("select count(*) from year_record where state = 'SUBMITTED'") == 0);
        school = laidDown;
    }

    private static List<NamedFile> workbooks() throws IOException {
        List<NamedFile> files = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:demo/tieu-hoc-rang-dong/*.xlsx")) {
            files.add(new NamedFile(file.getFilename(), file.getContentAsByteArray()));
        }
        return files;
    }

    private static List<List<String>> expected() throws IOException {
        return new ClassPathResource("samples/tieu-hoc-rang-dong/expected-results.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.substring(1, line.length() - 1).split("\",\"", -1)))
                .toList();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private CurrentUser person(Role role) {
        return people.stream().filter(person -> person.is(role)).findFirst().orElseThrow();
    }

    @Test
    void theProvinceAcceptsEveryPupil() throws IOException {
        assertThat(count("select count(*) from year_record where state = 'ACCEPTED'"))
                .isEqualTo(count("select count(*) from enrolment where status = 'STUDYING'"))
                .isEqualTo(expected().size());
        assertThat(count("select count(*) from registered_record where state = 'ACCEPTED'"))
                .isEqualTo(expected().size());
    }

    @Test
    void everyPupilHasTheExpectedResult() throws IOException {
        List<List<String>> results = jdbc.sql(
                        "select p.moet_code, p.full_name, c.name, r.overall_result, r.programme_completed, r.reward from year_record r"
                                + " join pupil p on p.id = r.pupil_id join school_class c on c.id = r.class_id")
                .query((row, n) -> List.of(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Texts.vi("assessment.result." + row.getString(4)),
                        "",
                        row.getBoolean(5) ? "Hoàn thành" : "Chưa hoàn thành",
                        row.getString(6) == null ? "" : row.getString(6)))
                .list();
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void everyAuditChainIsIntact() {
        List<String> subjects = strings("select distinct subject from audit_event");
        assertThat(subjects).hasSizeGreaterThan(count("select count(*) from year_record"));
        assertThat(subjects).allMatch(audit::isIntact);
    }

    @Test
    void momentsAreStoredInUtc() {
        assertThat(count("select abs(timestampdiff(minute, max(at), utc_timestamp())) from audit_event"))
                .isLessThan(10);
    }

    @Test
    void namesOfEveryPeopleComeBackAsTheyWereWritten() {
        List<String> names =
                List.of("H’Ni Êban", "Y Bhiêu Niê", "Giàng A Páo", "Vừ Thị Mỷ", "Hờ Y Ḅlơi", "Đặng Ánh", "Ă Ŏ Ĭ Ŭ Č");
        for (String name : names) {
            assertThat(jdbc.sql("select ? as name")
                            .param(name)
                            .query(String.class)
                            .single())
                    .isEqualTo(name);
        }
        jdbc.sql("update staff set title = ? where id = ?")
                .params(String.join("|", names), person(Role.PRINCIPAL).staffId())
                .update();
        assertThat(jdbc.sql("select title from staff where id = ?")
                        .param(person(Role.PRINCIPAL).staffId())
                        .query(String.class)
                        .single())
                .isEqualTo(String.join("|", names));
    }

    @Test
    void namesSortByVietnameseLetters() {
        List<String> sorted = List.of("An", "Ăn", "Ân", "Bình", "Dung", "Đào", "Em", "Êban", "Ơn", "Uy", "Ước");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        String rows = String.join(" union all ", Collections.nCopies(sorted.size(), "select ? as name"));
        assertThat(jdbc.sql("select name from (" + rows + ") t order by name collate utf8mb4_vietnamese_ci")
                        .params(shuffled)
                        .query(String.class)
                        .list())
                .isEqualTo(sorted);
        assertThat(strings("select collation_name from information_schema.columns where table_schema = database()"
                        + " and table_name = 'pupil' and column_name = 'full_name'"))
                .containsExactly("utf8mb4_vietnamese_ci");
    }

    @Test
    void codesAndUsernamesThatDifferInALetterOrAToneAreDifferent() {
        assertThat(strings(
                        "select distinct collation_name from information_schema.columns where table_schema = database()"
                                + " and table_name in ('account', 'year_record', 'receipt', 'registered_record')"
                                + " and collation_name is not null and column_name <> 'pupil_name'"))
                .containsExactly("utf8mb4_bin");
    }

    @Test
    void connectionsReadWhatIsCommitted() {
        assertThat(jdbc.sql("select count(*) from account").query(Integer.class).single())
                .isPositive();
        String variable =
                strings("select version()").get(0).contains("MariaDB") ? "@@tx_isolation" : "@@transaction_isolation";
        assertThat(strings("select " + variable)).containsExactly("READ-COMMITTED");
    }

    @Test
    void theEngineHasItsIndexForSubtasks() {
        assertThat(count("select count(*) from information_schema.statistics where table_schema = database()"
                        + " and table_name = 'ACT_RU_TASK' and column_name = 'PARENT_TASK_ID_'"))
                .isEqualTo(1);
    }

    @Test
    void everyBoardCanBeRead() {
        CurrentUser principal = person(Role.PRINCIPAL);
        int pupils = count("select count(*) from year_record");
        String classId =
                strings("select id from school_class order by name limit 1").get(0);
        CurrentUser officer = officer("chuyenvien.so");
        session.run(officer, () -> {
            assertThat(progressBoard
                            .schools(ProgressBoard.Ask.first(null, 1))
                            .schools()
                            .get(0)
                            .counts()
                            .accepted())
                    .isEqualTo(pupils);
            assertThat(intakeBoard.schoolYears()).containsExactly(year);
            assertThat(intakeBoard.schools(year, "", 0, 10).get(0).accepted()).isEqualTo(pupils);
            assertThat(intakeBoard.classes(year, school.code())).hasSize(5);
            assertThat(intakeBoard.answers(new IntakeBoard.Filter(year, school.code(), "1A", null), null, 10))
                    .hasSize(10);
        });
        session.run(principal, () -> {
            assertThat(progressBoard.school(school.id(), null).classes()).hasSize(5);
            assertThat(approvalList.of(classId).rows()).isNotEmpty();
            assertThat(findPupils.matching("nguyen")).isNotEmpty();
            assertThat(inbox.groups()).isEmpty();
            assertThat(inbox.returned()).isEmpty();
        });
        session.run(
                person(Role.CLERK), () -> assertThat(submissions.ofYear(year)).hasSize(5));
    }

    /** Rolled back: the other tests want every package delivered. */
    @Test
    void anOutageIsSummedUpWithItsNextAttempt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            String packageId = strings("select id from submission_package order by id limit 1")
                    .get(0);
            jdbc.sql("update submission_package set state = 'READY', failed_since = ?, last_error = 'x' where id = ?")
                    .params(UtcTimes.bind(Instant.EPOCH), packageId)
                    .update();
            int waiting = jdbc.sql("update submission_item set state = 'WAITING' where package_id = ?")
                    .param(packageId)
                    .update();
            runtime.startProcessInstanceByKey("submission", packageId);

            assertThat(session.as(officer("chuyenvien.so"), incidents::ofJurisdiction))
                    .singleElement()
                    .satisfies(incident -> {
                        assertThat(incident.records()).isEqualTo(waiting).isPositive();
                        assertThat(incident.since()).isEqualTo(Instant.EPOCH);
                        assertThat(incident.exhausted()).isZero();
                        assertThat(incident.next().words()).isEqualTo("Hệ thống đang thử lại.");
                    });
        });
    }

    /** Rolled back: the other tests want every step done. */
    @Test
    void theCalendarMovesOpenWorkInOneStatement() {
        CurrentUser officer = officer("chuyenvien.so");
        int farAway = year + 900;
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            int open = jdbc.sql("update work_item set state = 'OPEN', school_year = ? where step = 'SUBMIT'")
                    .param(farAway)
                    .update();
            YearDates now = calendar.of(officer.unitId(), farAway);
            YearDates wanted = OtherDates.with(
                    now,
                    Milestone.SUBMIT,
                    new Limit(now.limit(Milestone.SUBMIT).day().plusDays(2), true));
            session.run(officer, () -> {
                assertThat(changeCalendar.preview(officer.unitId(), wanted).openWork())
                        .isEqualTo(open)
                        .isPositive();
                changeCalendar.change(officer.unitId(), wanted, "Công văn 123/SGDĐT-GDPT");
            });
            assertThat(calendar.at(school.id(), farAway)).isEqualTo(new YearDates(farAway, 1, wanted.limits()));
            assertThat(jdbc.sql("select distinct due_at from work_item where school_year = ?")
                            .param(farAway)
                            .query((row, n) -> UtcTimes.read(row, "due_at"))
                            .list())
                    .containsExactly(wanted.due(Milestone.SUBMIT));
            status.setRollbackOnly();
        });
    }

    /** Rolled back, as nothing else could undo it. */
    @Test
    void whatIsFrozenTheDatabaseItselfKeeps() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            String record = jdbc.sql("select id from year_record where state = 'ACCEPTED' order by id limit 1")
                    .query(String.class)
                    .single();
            jdbc.sql(
                            "update registered_record set state = 'FROZEN', effective_on = '2027-06-30' where year_record_id = ?")
                    .param(record)
                    .update();
            jdbc.sql("update year_record set state = 'FROZEN' where id = ?")
                    .param(record)
                    .update();
            for (String change : List.of(
                    "update year_record set reward = 'x' where id = ?",
                    "delete from year_record where id = ?",
                    "update record_part set cells = '{}' where year_record_id = ?",
                    "delete from record_part where year_record_id = ?",
                    "update record_version set state = 'VOID' where year_record_id = ?",
                    "update registered_record set packet_hash = 'x' where year_record_id = ?",
                    "update registered_record set state = 'ACCEPTED' where year_record_id = ?",
                    "delete from registered_record where year_record_id = ?")) {
                assertThatThrownBy(() -> jdbc.sql(change).param(record).update())
                        .as(change)
                        .hasStackTraceContaining("frozen");
            }
            assertThat(jdbc.sql("update registered_record set state = 'REPORTED' where year_record_id = ?")
                            .param(record)
                            .update())
                    .isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    @Test
    void aParentFindsTheRecord() {
        Map<String, Object> one = jdbc.sql("select lookup_code, date_format(birth_date, '%d/%m/%Y') as born"
                        + " from registered_record order by lookup_code limit 1")
                .query()
                .singleRow();
        assertThat(lookUp.find((String) one.get("lookup_code"), (String) one.get("born"), "192.0.2.1"))
                .hasSize(1);
    }

    /** Last but one: nothing can be changed afterwards. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void theFirstCutOffFreezesWhoHasCompletedAtBothSides() throws IOException {
        String key = strings("select id from org_unit where kind = 'PROVINCE'").get(0) + ":" + year;
        if (runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() == 0) {
            runtime.startProcessInstanceByKey("cutOff", key);
        }
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey("cutOff")
                .timers()
                .singleResult()
                .getId());
        await().atMost(PATIENCE)
                .until(() -> count("select count(*) from cut_off where wave = 'FIRST' and state = 'DONE'") == 1);

        int completed = count("select count(*) from year_record where programme_completed");
        assertThat(count("select count(*) from year_record where state = 'FROZEN' and programme_completed"))
                .isEqualTo(count("select count(*) from year_record where state = 'FROZEN'"))
                .isEqualTo(count(
                        "select count(*) from registered_record where state = 'FROZEN' and effective_on is not null"))
                .isEqualTo(completed)
                .isPositive();
        assertThat(count("select count(*) from cut_off_exception where reason = 'NOT_COMPLETED'"))
                .isEqualTo(expected().size() - completed);
        await().atMost(PATIENCE)
                .until(() -> count(
                                "select count(*) from cut_off_exception where reason = 'NOT_COMPLETED' and not reassessed")
                        == 0);
        assertThat(
                        count(
                                "select count(*) from year_record where state in ('COMMENTING', 'HOMEROOM') and version_no > 1"))
                .as("made anew in the summer")
                .isEqualTo(count("select count(*) from record_version where state = 'IN_FORCE'"))
                .isEqualTo(expected().size() - completed);
        String frozen = strings("select id from year_record where state = 'FROZEN' limit 1")
                .get(0);
        assertThat(audit.isIntact(frozen)).isTrue();
    }

    @Test
    void aCorrectionIsAskedForDecidedAndGivenUp() {
        String record = strings(
                        "select id from year_record where state = 'ACCEPTED' and programme_completed order by id limit 1")
                .get(0);
        CurrentUser clerk = withRole(Role.CLERK);
        CurrentUser principal = withRole(Role.PRINCIPAL);
        Map<String, Object> asked = Map.of("parts", Set.of("TOAN"), "reason", "Nhập nhầm cột điểm Toán");
        String request = session.as(clerk, () -> requests.take("correction.ask", record, Input.of(asked)));
        assertThat(session.as(principal, () -> requests.lists().waiting())).hasSize(1);
        session.run(principal, () -> {
            requests.take("correction.approve", request, Input.of(Map.of()));
            assertThat(requests.page(request).offers()).isNotEmpty();
            requests.take("correction.cancel", request, Input.of(Map.of("reason", "Điểm vốn đã đúng")));
        });

        assertThat(strings("select state from year_record where id = '" + record + "'"))
                .containsExactly("ACCEPTED");
        assertThat(strings("select state from record_request where id = '" + request + "'"))
                .containsExactly("CANCELLED");
        assertThat(audit.isIntact(record)).isTrue();
    }

    private CurrentUser withRole(Role role) {
        return accounts.all().stream()
                .filter(user -> user.is(role) && user.staffId() != null)
                .findFirst()
                .orElseThrow();
    }

    /** Of what the cut-off before it has frozen. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatIsFrozenIsReportedToTheMinistry() throws IOException {
        int frozen = count("select count(*) from registered_record where state = 'FROZEN'");
        FileSystemUtils.deleteRecursively(ministryFolder);
        session.run(
                officer("lanhdao.so"),
                () -> approval.approve(strings("select id from ministry_report").get(0)));
        session.run(officer("chuyenvien.so"), () -> {
            certificate.issue(PIN.toCharArray());
            signReport.sign(strings("select id from ministry_report").get(0), Entered.pin(PIN.toCharArray()));
        });
        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from ministry_report where state = 'DONE' and total = " + frozen) == 1);

        assertThat(count("select count(*) from registered_record where state = 'REPORTED'"))
                .isEqualTo(frozen)
                .isPositive();
        assertThat(ministryFolder).isDirectoryContaining(file -> file.toString().endsWith(".xml"));
        assertThat(strings("select year_record_id from registered_record where state = 'REPORTED'"))
                .allMatch(audit::isIntact);
    }

    private CurrentUser officer(String username) {
        Map<String, Object> province = jdbc.sql("select id, path from org_unit where kind = 'PROVINCE'")
                .query()
                .singleRow();
        return accounts.put(new Accounts.NewAccount(
                username,
                null,
                "Chuyên viên",
                "Chuyên viên",
                List.of(Role.PROVINCE, Role.PROVINCE_OFFICER, Role.PROVINCE_LEADER, Role.PROVINCE_CLERK),
                null,
                (String) province.get("id"),
                (String) province.get("path")));
    }
}
