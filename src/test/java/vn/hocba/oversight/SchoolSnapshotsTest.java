package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.desk.OfficeTest;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.SchoolSnapshots.Board;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolYears;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.CountTable;
import vn.hocba.shared.Ids;
import vn.hocba.shared.KeptCounts;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.StaffId;
import vn.hocba.shared.UtcTimes;
import vn.hocba.signing.SandboxAuthority;

@OfficeTest
class SchoolSnapshotsTest {

    private static final int YEAR = 2031;
    private static final int SCHOOLS = 12;
    private static final CountTable SIZES =
            CountTable.of("school_size", List.of("school_id", "school_year"), List.of("studying"));

    @Autowired
    SchoolLines lines;

    @Autowired
    SchoolChanges changes;

    @Autowired
    KeptCounts counts;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    SandboxAuthority sandbox;

    @Autowired
    Session session;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    SchoolYears years;

    @Autowired
    RunningYear running;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Instant now = Instant.parse("2032-05-20T01:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private SchoolSnapshots snapshots;
    private Unit province;
    private final List<Unit> provinces = new ArrayList<>();

    @BeforeEach
    void nobodyHasLookedYet() {
        snapshots = aNode();
        province = province();
    }

    /** Others in this context look for what all schools come to. */
    @AfterEach
    void nobodyElseFindsTheirRows() {
        for (String table : List.of("school_size", "school_progress", "school_class")) {
            for (Unit own : provinces) {
                jdbc.sql("delete from " + table + " where school_id in (select id from org_unit where path like ?)")
                        .param(own.path() + "%")
                        .update();
            }
        }
        jdbc.sql("delete from certificate where subject = 'CN=board'").update();
        jdbc.sql("delete from account where username like 'board.%'").update();
    }

    @Test
    void onlySchoolsThatHaveChangedAreReadAgain() {
        look();
        withoutSayingSo(school(0), 1000);
        assertThat(studying()).isEqualTo(10 * SCHOOLS);

        onePupilMore(school(1));

        assertThat(studying()).isEqualTo(10 * SCHOOLS + 1);
    }

    @Test
    void whateverWasSaidEverythingIsReadAnewNowAndThen() {
        look();
        withoutSayingSo(school(0), 1000);

        snapshots.readWhole(board());

        assertThat(studying()).isEqualTo(10 * SCHOOLS + 990);
    }

    @Test
    void theFiguresAreOfTheMomentOfTheVisit() {
        look();
        now = now.plusSeconds(5);

        assertThat(look().at()).isEqualTo(now);
    }

    @Test
    void aChangeThatIsCommittedAfterALaterOneWasSeenIsNotLost() throws Exception {
        look();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = other.submit(() -> inTransaction(() -> {
                add(school(0), 1);
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        written.countDown();
                        await(mayCommit);
                    }
                });
            }));
            await(written);
            assertThat(studying()).isEqualTo(10 * SCHOOLS);
            onePupilMore(school(1));
            assertThat(studying()).isEqualTo(10 * SCHOOLS + 1);

            mayCommit.countDown();
            late.get(60, TimeUnit.SECONDS);
        } finally {
            mayCommit.countDown();
            other.shutdownNow();
        }
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 2);
    }

    /** A long transaction would otherwise say that it changed something before others looked. */
    @Test
    void aChangeHasTheMomentOfTheEndOfItsTransaction() {
        LocalDateTime[] meanwhile = new LocalDateTime[1];
        inTransaction(() -> {
            add(school(0), 1);
            jdbc.sql("select count(*) from school_size").query(Integer.class).single();
            TransactionTemplate beside = new TransactionTemplate(transactions);
            beside.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            meanwhile[0] = beside.execute(status -> jdbc.sql("select localtimestamp(6)")
                    .query(LocalDateTime.class)
                    .single());
        });

        assertThat(jdbc.sql("select changed_at from school_change where school_id = ? and school_year = ?")
                        .params(school(0), YEAR)
                        .query(LocalDateTime.class)
                        .single())
                .isAfterOrEqualTo(meanwhile[0]);
    }

    @Test
    void eachNodeSeesEveryChange() {
        SchoolSnapshots second = aNode();
        look();
        second.of(board());

        onePupilMore(school(0));
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 1);
        onePupilMore(school(0));

        assertThat(second.of(board()).total().studying()).isEqualTo(10 * SCHOOLS + 2);
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 2);
    }

    @Test
    void aNewSchoolAndANewNameAreSeen() {
        look();

        String added = school("MOI", "Trường Tiểu học Ấp Bắc");
        inTransaction(() -> counts.add(SIZES, List.of(added, YEAR), List.of(7)));
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 7);
        assertThat(names("ap bac")).containsExactly("Trường Tiểu học Ấp Bắc");

        school("MOI", "Trường Tiểu học Ấp Nam");
        assertThat(names("ap bac")).isEmpty();
        assertThat(names("")).hasSize(SCHOOLS + 1).startsWith("Trường Tiểu học Ấp Nam");
    }

    @Test
    void whatChangesInAnotherProvinceOrYearIsNotSeen() {
        look();
        Unit own = province;
        province = province();
        look();
        String other = school(0);
        onePupilMore(other);
        province = own;

        assertThat(studying()).isEqualTo(10 * SCHOOLS);
        inTransaction(() -> counts.add(SIZES, List.of(school(0), YEAR + 1), List.of(5)));
        assertThat(studying()).isEqualTo(10 * SCHOOLS);
        assertThat(names("")).hasSize(SCHOOLS);
    }

    @Test
    void certificatesBeginAndEndByThemselves() {
        waiting(school(0), "sealing", 3);
        certificate(school(0), "ORGANISATION", now.plusSeconds(3600), now.plusSeconds(7200));
        assertThat(stuck()).isEqualTo(3);

        now = now.plusSeconds(3600);
        assertThat(stuck()).isZero();
        now = now.plusSeconds(3600);
        assertThat(stuck()).isEqualTo(3);
        now = now.minusSeconds(1);
        assertThat(stuck()).isZero();
    }

    @Test
    void whoGetsOrLosesACertificateIsSeen() {
        waiting(school(0), "sealing", 3);
        now = Instant.now();
        assertThat(stuck()).isEqualTo(3);
        CurrentUser admin = new CurrentUser(
                "a", "a", "Ngô Văn Tú", "", Set.of(Role.SCHOOL_ADMIN), null, school(0), province.path() + "x/");

        String serial =
                session.as(admin, () -> sandbox.issueSeal(school(0), "Trường", "0301234567", "123456".toCharArray())
                        .serial());
        now = Instant.now().plusSeconds(60);
        assertThat(stuck()).isZero();

        session.run(admin, () -> sandbox.revoke(serial, "mất con dấu"));
        assertThat(stuck()).isEqualTo(3);
    }

    @Test
    void whoBecomesPrincipalOrLeavesIsSeen() {
        waiting(school(0), "principal", 2);
        String staffId = Ids.next();
        certificate(staffId, "PERSON", now.minusSeconds(60), now.plus(Duration.ofDays(900)));
        assertThat(stuck()).isEqualTo(2);

        CurrentUser principal = accounts.put(new NewAccount(
                "board." + staffId,
                null,
                "Trần Văn Hùng",
                "Hiệu trưởng",
                List.of(Role.PRINCIPAL),
                new StaffId(staffId),
                school(0),
                province.path() + "x/"));
        assertThat(stuck()).isZero();
        accounts.close(principal.accountId());

        assertThat(stuck()).isEqualTo(2);
    }

    @Test
    void workGetsLateByItself() {
        waiting(school(0), "due_comments", 4);
        now = Instant.parse("2031-09-10T01:00:00Z");
        assertThat(look().total().late()).isZero();

        now = Instant.parse("2032-08-30T01:00:00Z");

        assertThat(look().total().late()).isEqualTo(4);
    }

    @Test
    void schoolsAreInTheOrderThatIsAskedForAndEqualOnesByName() {
        onePupilMore(school(3));
        look();

        assertThat(look().find("", Order.STUDYING, true).stream().map(Line::name))
                .startsWith(directory.unit(school(3)).name(), "Trường Tiểu học số 01", "Trường Tiểu học số 02");
        assertThat(look().find("so 1", Order.NAME, true).stream().map(Line::name))
                .containsExactly("Trường Tiểu học số 12", "Trường Tiểu học số 11", "Trường Tiểu học số 10");
    }

    @Test
    void ofManyWhoLookAtOnceAllSeeTheSame() throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> seen = IntStream.range(0, 8)
                    .mapToObj(visitor -> visitors.submit(() -> {
                        onePupilMore(school(visitor));
                        return studying();
                    }))
                    .toList();
            for (Future<Integer> one : seen) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isGreaterThan(10 * SCHOOLS);
            }
        } finally {
            visitors.shutdownNow();
        }
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 8);
    }

    @Test
    void theBoardOfEverySoIsReadBeforeSomebodyLooksAndTheOthersAreForgotten() {
        jdbc.sql(
                        "insert into school_class (id, row_version, school_id, school_year, name, grade) values (?, 0, ?, ?, '1A', 1)")
                .params(Ids.next(), school(0), YEAR)
                .update();
        Board asked = new Board(school(0), directory.unit(school(0)).path(), YEAR);
        KeptBoards boards = new KeptBoards(snapshots, directory, years, running, transactions);
        snapshots.of(asked);

        boards.readWhole();
        assertThat(snapshots.kept()).contains(board(), asked);
        withoutSayingSo(school(0), 1000);
        onePupilMore(school(1));
        boards.readOn();
        boards.readWhole();

        assertThat(snapshots.kept()).contains(board()).doesNotContain(asked);
        assertThat(studying()).isEqualTo(10 * SCHOOLS + 991);
    }

    private SchoolSnapshots aNode() {
        return new SchoolSnapshots(lines, changes, clock);
    }

    private Board board() {
        return new Board(province.id(), province.path(), YEAR);
    }

    private SchoolSnapshot look() {
        return snapshots.of(board());
    }

    private int studying() {
        return look().total().studying();
    }

    private int stuck() {
        return look().total().stuck();
    }

    private List<String> names(String search) {
        return look().find(search, Order.NAME, false).stream().map(Line::name).toList();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Unit province() {
        String code = "P" + Ids.next().substring(8, 30);
        province = units.putAsSystem(
                new Units.NewUnit(code, UnitKind.PROVINCE, "Sở GDĐT " + code, null, null, null, null));
        provinces.add(province);
        for (int i = 0; i < SCHOOLS; i++) {
            withoutSayingSo(school("S" + i, "Trường Tiểu học số %02d".formatted(i + 1)), 10);
        }
        return province;
    }

    private String school(String code, String name) {
        return units.putAsSystem(new Units.NewUnit(
                        code + province.code(),
                        UnitKind.SCHOOL,
                        name,
                        province.code(),
                        SchoolLevel.PRIMARY,
                        null,
                        "Hà Nội"))
                .id();
    }

    private String school(int number) {
        return directory
                .unitByCode("S" + number + province.code())
                .orElseThrow()
                .id();
    }

    private void onePupilMore(String school) {
        inTransaction(() -> add(school, 1));
    }

    private void add(String school, int pupils) {
        counts.add(SIZES, List.of(school, YEAR), List.of(pupils));
    }

    private void withoutSayingSo(String school, int studying) {
        jdbc.sql(
                        "insert into school_size (school_id, school_year, studying) values (?, ?, ?) on duplicate key update studying = ?")
                .params(school, YEAR, studying, studying)
                .update();
    }

    private void waiting(String school, String column, int records) {
        List<String> columns = jdbc.sql(
                        "select lower(column_name) from information_schema.columns where lower(table_name) = 'school_progress'")
                .query(String.class)
                .list();
        jdbc.sql("insert into school_progress (" + String.join(", ", columns) + ") values ("
                        + String.join(
                                ", ",
                                columns.stream()
                                        .map(name -> switch (name) {
                                            case "school_id" -> "'" + school + "'";
                                            case "school_year" -> "" + YEAR;
                                            default -> name.equals(column) ? "" + records : "0";
                                        })
                                        .toList())
                        + ")")
                .update();
    }

    private void certificate(String owner, String kind, Instant from, Instant to) {
        jdbc.sql(
                        "insert into certificate (id, row_version, owner_kind, owner_id, subject, serial, not_before, not_after, encoded)"
                                + " values (?, 0, ?, ?, 'CN=board', ?, ?, ?, x'00')")
                .params(owner, kind, owner, owner, UtcTimes.bind(from), UtcTimes.bind(to))
                .update();
    }
}
