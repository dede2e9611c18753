package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.MySqlServer;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.oversight.ReconcileCounts;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportLock;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.RecordProcesses;

/** An import, a chunk of a freeze and the intake at one school at the same moment: on MySQL a foreign key would make each wait for the others. */
@ExtendWith(MySqlServer.class)
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles({"test", "mysql"})
@Import({ReleasedRecords.class, RecordLife.class, EngineJobs.class, ImportLock.class})
@DirtiesContext
class CountsOnMySqlIT {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    ImportLock imports;

    @Autowired
    Intake intake;

    @Autowired
    Freeze freeze;

    @Autowired
    RecordProcesses processes;

    @Autowired
    YearRecords records;

    @Autowired
    ReconcileCounts reconcile;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void useTheServer(DynamicPropertyRegistry registry) {
        registry.add("HOCBA_DB_URL", MySqlServer::url);
        registry.add("HOCBA_DB_USER", () -> MySqlServer.USER);
        registry.add("HOCBA_DB_PASSWORD", () -> MySqlServer.PASSWORD);
        registry.add("spring.jpa.database-platform", MySqlServer::dialect);
    }

    @Test
    void theListOfAWaveIsHashedThereTooAndNobodyChangesIt() {
        School school = world.school();
        List<String> frozen = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        life.submit(school);
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", frozen)
                .update();
        CountedAnew.of(jdbc);
        life.cutOff(school, Wave.FIRST);
        String list = jdbc.sql("select id from receipt_list where province_id = ?")
                .param(school.province().id())
                .query(String.class)
                .single();

        jobs.run(list);

        assertThat(jdbc.sql("select concat(state, ' ', total) from receipt_list where id = ?")
                        .param(list)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING 2");
        for (String change : List.of(
                "update receipt_list_item set place = place + 5 where list_id = ?",
                "delete from receipt_list_item where list_id = ?",
                "update receipt_list_piece set piece_no = 7 where list_id = ?",
                "delete from receipt_list_piece where list_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(list).update()).hasStackTraceContaining("of receipts");
        }
    }

    @Test
    void nobodyWaitsForAnImportOrAChunkOfTheFreezeAndAllIsCounted() {
        School school = world.school();
        String accepted = life.accepted(school);
        List<String> released = world.released(school, "Giàng A Sử", "Vừ A Páo");

        inTransaction(() -> {
            imports.begin(school.unit().id());
            elsewhere(() -> inTransaction(() -> {
                List<String> chunk = List.of(accepted);
                var locked = records.lockAll(chunk);
                freeze.freeze(chunk, DAY);
                processes.freeze(locked);
                elsewhere(() -> intake.receive(world.pack(school, world.item(released.get(0)))));
            }));
            elsewhere(() -> intake.receive(world.pack(school, world.item(released.get(1)))));
            imports.end(school.unit().id(), ReleasedRecords.YEAR);
        });

        assertThat(life.state(accepted)).isEqualTo("FROZEN");
        assertThat(jdbc.sql(
                                "select concat(accepted, ' ', rejected) from intake_count where school_code = ? and class_name = ''")
                        .param(school.unit().code())
                        .query(String.class)
                        .single())
                .isEqualTo("3 0");
        assertThat(jdbc.sql(
                                "select concat(state, ' ', sum(versions)) from registered_count where school_code = ? and versions <> 0"
                                        + " group by state order by state")
                        .param(school.unit().code())
                        .query(String.class)
                        .list())
                .containsExactly("ACCEPTED 2", "FROZEN 1");
        assertThat(jdbc.sql("select studying from school_size where school_id = ? and school_year = ?")
                        .params(school.unit().id(), ReleasedRecords.YEAR)
                        .query(Integer.class)
                        .single())
                .as("who stands in a class list")
                .isOne();
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void theNightFindsAndPutsRightWhatIsWrongInAnyOfTheCounts() {
        School school = world.school();
        life.accepted(school);
        reconcile.run();
        assertThat(reconcile.run()).isZero();
        jdbc.sql("update intake_count set accepted = accepted + 1 where school_code = ''")
                .update();
        jdbc.sql("delete from intake_count where school_code = ?")
                .param(school.unit().code())
                .update();
        jdbc.sql("update registered_count set versions = versions + 1 where school_code = ?")
                .param(school.unit().code())
                .update();
        jdbc.sql("update school_size set studying = 7 where school_id = ?")
                .param(school.unit().id())
                .update();
        jdbc.sql("delete from school_progress where school_id = ?")
                .param(school.unit().id())
                .update();
        jdbc.sql(
                        "insert into homeroom_progress (school_id, school_year, holder_id, records, rejected) values (?, ?, 'x', 1, 0)")
                .params(school.unit().id(), ReleasedRecords.YEAR)
                .update();

        assertThat(reconcile.run()).isGreaterThanOrEqualTo(6);

        assertThat(reconcile.run()).isZero();
        CountsCheck.everySchool(jdbc);
        assertThat(List.of(reconcile.tonight(), reconcile.tonight()))
                .as("one node does it for all")
                .containsExactly(true, false);
    }

    /** In another transaction, to its end; whoever waited would never get there. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
