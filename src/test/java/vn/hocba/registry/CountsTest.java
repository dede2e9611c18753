package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;
import vn.hocba.document.ClassPackage;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.registry.IntakeBoard.Filter;
import vn.hocba.registry.IntakeBoard.Outcome;

/** What is kept beside the rows says what the rows say, whatever happens to a record. */
@ReleasedRecordsTest
class CountsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

    @Autowired
    Intake intake;

    @Autowired
    IntakeBoard board;

    @Autowired
    Freeze freeze;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    ReleasedRecords world;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;
    private List<String> records;

    @BeforeEach
    void aSchool() {
        school = world.school();
        records = world.released(school, "Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        CountedAnew.of(jdbc);
    }

    @Test
    void aRecordThatIsAcceptedAfterItWasRejectedCountsOnce() {
        intake.receive(world.pack(
                school,
                world.item(records.get(0)),
                new ClassPackage.Item(records.get(1), 1, tampered(world.packet(records.get(1))))));
        assertThat(counted(null)).isEqualTo(2);
        assertThat(counted(Outcome.REJECTED)).isEqualTo(1);
        assertThatTheRowsSayTheSame();

        intake.receive(world.pack(school, world.item(records.get(1))));

        assertThat(counted(null)).isEqualTo(2);
        assertThat(counted(Outcome.REJECTED)).isZero();
        assertThatTheRowsSayTheSame();
    }

    @Test
    void theSamePackageSentAgainChangesNoCount() {
        byte[] pack = world.pack(school, world.item(records.get(0)));
        intake.receive(pack);

        intake.receive(pack);

        assertThat(counted(Outcome.ACCEPTED)).isEqualTo(1);
        assertThatTheRowsSayTheSame();
    }

    @Test
    void whatIsFrozenReportedOrTakenBackIsCountedWhereItIs() {
        intake.receive(
                world.pack(school, world.item(records.get(0)), world.item(records.get(1)), world.item(records.get(2))));
        assertThat(waiting()).isEqualTo(3);
        assertThatTheRowsSayTheSame();

        inTransaction(() -> withdrawals.takeBack(
                records.get(2), new Withdrawals.Ground(DAY, school.unit().name(), null, "Nhầm học sinh.")));
        assertThat(waiting()).isEqualTo(2);
        assertThatTheRowsSayTheSame();

        inTransaction(() -> freeze.freeze(records.subList(0, 2), DAY));
        assertThat(waiting()).isZero();
        assertThat(frozen()).isEqualTo(2);
        assertThatTheRowsSayTheSame();

        inTransaction(() -> freeze.report(records.subList(0, 1), "BB-1"));
        assertThat(frozen()).isEqualTo(1);
        assertThatTheRowsSayTheSame();

        inTransaction(() -> withdrawals.takeBack(
                records.get(1), new Withdrawals.Ground(DAY, "Sở", "12/QĐ-SGDĐT", "Cấp sai người.")));
        assertThat(frozen()).isZero();
        assertThatTheRowsSayTheSame();
    }

    @Test
    void aFreezeInTheMiddleOfItsTransactionDoesNotStopTheIntakeOfItsSchool() {
        intake.receive(world.pack(school, world.item(records.get(0))));

        inTransaction(() -> {
            freeze.freeze(records.subList(0, 1), DAY);
            List<ProvinceReceipt> answered = CompletableFuture.supplyAsync(
                            () -> intake.receive(world.pack(school, world.item(records.get(1)))))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            assertThat(answered).allMatch(ProvinceReceipt::accepted);
        });

        assertThat(waiting()).isOne();
        assertThat(frozen()).isOne();
        assertThatTheRowsSayTheSame();
    }

    @Test
    void whatIsRolledBackChangesNoCount() {
        intake.receive(world.pack(school, world.item(records.get(0))));

        assertThatThrownBy(() -> inTransaction(() -> {
                    freeze.freeze(records.subList(0, 1), DAY);
                    throw new IllegalStateException("the chunk fails");
                }))
                .hasMessage("the chunk fails");

        assertThat(waiting()).isOne();
        assertThat(frozen()).isZero();
        assertThatTheRowsSayTheSame();
    }

    @Test
    void theNextPageBeginsWhereTheLastOneEndedAlsoWithinTheSameMoment() {
        intake.receive(
                world.pack(school, world.item(records.get(0)), world.item(records.get(1)), world.item(records.get(2))));
        jdbc.sql("update receipt set at = timestamp '2027-06-01 00:00:00' where school_code = ?")
                .param(school.unit().code())
                .update();
        Filter all = new Filter(ReleasedRecords.YEAR, school.unit().code(), null, null);

        session.run(school.official(), () -> {
            List<IntakeBoard.Answer> first = board.answers(all, null, 2);
            List<IntakeBoard.Answer> second = board.answers(all, first.get(1), 2);
            assertThat(first).hasSize(2);
            assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        });
    }

    private int counted(Outcome outcome) {
        return session.as(
                school.official(),
                () -> board.count(new Filter(ReleasedRecords.YEAR, school.unit().code(), null, outcome)));
    }

    private int waiting() {
        return new TransactionTemplate(transactions)
                .execute(status -> freeze.waiting(school.province().code(), ReleasedRecords.YEAR, Wave.SECOND));
    }

    private int frozen() {
        return new TransactionTemplate(transactions)
                .execute(status -> freeze.frozen(school.province().code(), ReleasedRecords.YEAR, DAY));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void assertThatTheRowsSayTheSame() {
        List<List<Map<String, Object>>> kept = counts();
        CountedAnew.of(jdbc);
        assertThat(kept).isEqualTo(counts());
    }

    private List<List<Map<String, Object>>> counts() {
        return List.of(
                jdbc.sql("select * from intake_count order by province_code, school_year, school_code, class_name")
                        .query()
                        .listOfRows(),
                jdbc.sql(
                                "select * from registered_count where versions <> 0 order by province_code, school_year, state, school_code,"
                                        + " programme_completed, effective_on")
                        .query()
                        .listOfRows());
    }

    private static byte[] tampered(byte[] packet) {
        return new String(packet, StandardCharsets.UTF_8)
                .replace("Chăm ngoan.", "Chăm ngoan, giỏi.")
                .getBytes(StandardCharsets.UTF_8);
    }
}
