package vn.hocba.life;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.fixture.ReleasedRecords.PIN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmissionOutbox;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.CountsCheck;

/**
 * Two people at one record at the same moment. Each race is set up by hand: the record is held until both wait for it, then let go. Whoever is second learns why in
 * words, or finds that there is nothing left to do; nothing is ever half done.
 */
@ReleasedRecordsTest
class RaceTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    Session session;

    @Autowired
    YearRecords records;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    Batches batches;

    @Autowired
    SubmissionOutbox outbox;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService runners = Executors.newFixedThreadPool(2);
    private School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @AfterEach
    void end() {
        runners.shutdownNow();
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void twoTeachersFinishDifferentSubjectsOfOneRecordAndBothSucceed() {
        String record = world.open(school, "Lò Thị Mai");
        CurrentUser other = world.teacher(school);
        jdbc.sql("update record_part set staff_id = ? where code = 'TOAN' and year_record_id = ?")
                .params(other.staffId(), record)
                .update();

        List<Throwable> lost = race(
                record,
                () -> session.run(school.homeroom(), () -> assertThat(
                                finishSubject.finish(school.classId(), "TV").finished())
                        .isOne()),
                () -> session.run(other, () -> assertThat(
                                finishSubject.finish(school.classId(), "TOAN").finished())
                        .isOne()));

        assertThat(lost).isEmpty();
        assertThat(life.open(record)).doesNotContain("COMMENTS/TOAN", "COMMENTS/TV");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void theTwoLastSubjectsOfARecordCompleteTheStepOnce() {
        String record = world.open(school, "Lò Thị Mai");
        CurrentUser other = world.teacher(school);
        jdbc.sql("update record_part set staff_id = ? where code = 'TOAN' and year_record_id = ?")
                .params(other.staffId(), record)
                .update();
        life.open(record).stream()
                .map(part -> part.substring("COMMENTS/".length()))
                .filter(subject -> !Set.of("TOAN", "TV").contains(subject))
                .forEach(subject ->
                        session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), subject)));

        List<Throwable> lost = race(
                record,
                () -> session.run(school.homeroom(), () -> finishSubject.finish(school.classId(), "TV")),
                () -> session.run(other, () -> finishSubject.finish(school.classId(), "TOAN")));

        assertThat(lost).isEmpty();
        assertThat(life.open(record)).containsExactly("HOMEROOM/-");
    }

    @Test
    void ofTwoPrincipalsOneSignsAndTheOtherLearnsWhereTheRecordIs() {
        String record = world.open(school, "Lò Thị Mai");
        world.toPrincipal(school, record);
        CurrentUser deputy = world.principal(school);

        List<Throwable> lost =
                race(record, () -> signAsPrincipal(school.principal(), record), () -> signAsPrincipal(deputy, record));

        assertThat(lost).hasSize(1);
        assertThat(lost.get(0)).hasMessageContaining("Có thể người khác vừa xử lý");
        assertThat(life.open(record)).containsExactly("SEAL/-");
        assertThat(jdbc.sql("select count(*) from record_signature where slot = 'CBQL' and year_record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCorrectionApprovedWhileTheFreezeRunsIsEitherTooLateOrCancelledAndTheAcceptedVersionIsFrozen() {
        String record = life.accepted(school);
        String request = life.askCorrection(school, record, "TOAN");
        life.beginYear(school);

        List<Throwable> lost =
                race(record, () -> life.approveCorrection(school, request), () -> life.cutOff(school, Wave.FIRST));

        assertThat(lost).allSatisfy(why -> assertThat(why).isInstanceOf(Refused.class));
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isOne();
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.open(record)).isEmpty();
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aRecordTakenBackWhileItsCorrectionIsAskedForGetsOnlyOneOfTheTwo() {
        String record = life.accepted(school);

        List<Throwable> lost = race(
                record,
                () -> life.askCorrection(school, record, "TOAN"),
                () -> life.take(school.clerk(), "retraction.ask", record, Map.of("reason", RecordLife.REASON)));

        assertThat(lost).singleElement().isInstanceOf(Refused.class);
        assertThat(lost.get(0)).hasMessageContaining("yêu cầu khác chưa xong");
    }

    @Test
    void aReceiptThatComesTwiceAtOnceIsDeliveredOnce() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String pack = life.send(school);
        outbox.send(pack);

        List<Throwable> lost = race(record, () -> outbox.deliverReceipts(pack), () -> outbox.deliverReceipts(pack));

        // The second may find the line changed under its hands; the engine then tries again, and there is nothing left
        // to do.
        assertThat(lost).hasSizeLessThanOrEqualTo(1);
        outbox.deliverReceipts(pack);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(audit.of(record))
                .filteredOn(line -> line.action().equals("submission.accepted"))
                .hasSize(1);
        assertThat(audit.isIntact(record)).isTrue();
    }

    private void signAsPrincipal(CurrentUser principal, String record) {
        String batch = session.as(
                principal,
                () -> signPrincipal.start(school.classId(), List.of(record), Entered.pin(PIN.toCharArray())));
        Awaitility.await()
                .until(
                        () -> session.as(principal, () -> batches.progress(batch)),
                        progress -> progress.state() != BatchState.RUNNING)
                .remarks()
                .forEach(remark -> {
                    throw new IllegalStateException(remark.reason());
                });
    }

    /** What the losers met; empty when both succeeded. */
    private List<Throwable> race(String record, Runnable first, Runnable second) {
        String name = "race-" + Ids.next();
        List<CompletableFuture<Throwable>> running = new TransactionTemplate(transactions).execute(status -> {
            records.lock(record);
            List<CompletableFuture<Throwable>> started = List.of(start(name + "-1", first), start(name + "-2", second));
            // Both stand before the record, as far as they will ever come without it.
            Awaitility.await().until(() -> List.of(1, 2).stream().allMatch(n -> isWaiting(name + "-" + n)));
            return started;
        });
        return running.stream()
                .map(CompletableFuture::join)
                .filter(loser -> loser != NOTHING)
                .toList();
    }

    private static final Throwable NOTHING = new Throwable("nothing went wrong");

    private CompletableFuture<Throwable> start(String name, Runnable action) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Thread.currentThread().setName(name);
                    try {
                        action.run();
                        return NOTHING;
                    } catch (RuntimeException | AssertionError lost) {
                        return lost;
                    }
                },
                runners);
    }

    private static boolean isWaiting(String name) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .anyMatch(entry -> entry.getKey().getState() == Thread.State.TIMED_WAITING
                        || entry.getKey().getState() == Thread.State.WAITING);
    }
}
