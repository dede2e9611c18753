package vn.hocba.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.fixture.RecordLife.REASON;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Intake;
import vn.hocba.registry.ProvinceReceipt;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.EngineJobs;

/** A replacement that lies with the province when its wave is frozen: the answer of the province decides, whichever comes first. */
@ReleasedRecordsTest
class AnswerAtCutOffTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    LateSchools lateSchools;

    @Autowired
    Intake intake;

    @Autowired
    RequestBoard requests;

    @Autowired
    YearRecords records;

    @Autowired
    Session session;

    @Autowired
    AuditLog audit;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private School school;
    private String record;
    private String request;
    private String pack;

    @BeforeEach
    void aReplacementIsOnItsWay() {
        school = world.school();
        record = life.accepted(school);
        request = life.askCorrection(school, record, "HOMEROOM");
        life.approveCorrection(school, request);
        world.resign(school, record);
        pack = life.send(school);
        assertThat(life.state(record)).isEqualTo("SUBMITTED");
    }

    @Test
    void whatLiesWithTheProvinceCannotBeGivenUpAndTheScreenSaysWhatToDo() {
        assertThat(session.as(school.principal(), () -> requests.page(request)).offers())
                .filteredOn(offer -> offer.name().equals("correction.cancel"))
                .singleElement()
                .extracting(Offer::obstacle)
                .satisfies(why -> assertThat(why.getMessage()).contains("đang chờ biên nhận", "Hãy chờ Sở trả lời"));
        assertThatThrownBy(() -> life.take(school.principal(), "correction.cancel", request, Map.of("reason", REASON)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đang chờ biên nhận");

        jobs.run(pack);

        assertThat(life.version(record)).isEqualTo(2);
        assertThat(life.registered(record)).containsExactly("REPLACED", "ACCEPTED");
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void takenAndToldBeforeTheCutOffTheReplacementIsFrozen() {
        jobs.run(pack);

        life.cutOff(school, Wave.FIRST);

        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isEqualTo(2);
    }

    @Test
    void takenBeforeButToldAfterTheCutOffTheReplacementIsFrozenOnBothSides() {
        jobs.step(pack);
        life.cutOff(school, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("SUBMITTED");

        jobs.run(pack);
        lateSchools.tell();

        assertThat(life.registered(record)).containsExactly("REPLACED", "FROZEN");
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isEqualTo(2);
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void unansweredAtTheCutOffTheVersionInForceIsFrozenAndTheSchoolComesBackToItWithTheAnswer() {
        life.cutOff(school, Wave.FIRST);
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(life.state(record)).as("the province has not answered").isEqualTo("SUBMITTED");
        assertThat(life.request(request)).isEqualTo("OPEN");

        jobs.run(pack);
        lateSchools.tell();

        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.version(record)).isEqualTo(1);
        assertThat(life.open(record)).isEmpty();
        assertThat(life.request(request)).isEqualTo("CANCELLED");
        assertThat(life.outcome(request)).startsWith("Đến hạn chốt");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void theIntakeWaitsForTheFreezeOfTheRecordAndThenFindsItFrozen() {
        byte[] sent = jdbc.sql("select content from submission_package where id = ?")
                .param(pack)
                .query(byte[].class)
                .single();
        String thread = "intake-" + record;

        CompletableFuture<List<ProvinceReceipt>> received = new TransactionTemplate(transactions).execute(status -> {
            records.lock(record);
            CompletableFuture<List<ProvinceReceipt>> started = CompletableFuture.supplyAsync(() -> {
                Thread.currentThread().setName(thread);
                return intake.receive(sent);
            });
            Awaitility.await().until(() -> isWaiting(thread));
            jdbc.sql("update registered_record set state = 'FROZEN', effective_on = date '2027-06-30'"
                            + " where year_record_id = ?")
                    .param(record)
                    .update();
            return started;
        });

        assertThat(received.join()).singleElement().satisfies(receipt -> {
            assertThat(receipt.accepted()).isFalse();
            assertThat(receipt.reasons()).singleElement().asString().contains("đã chốt");
        });
        assertThat(life.registered(record)).containsExactly("FROZEN");
    }

    @Test
    void whoComesToWaitElsewhereWhileItIsBeingToldIsToldLater() {
        jobs.step(pack);
        life.cutOff(school, Wave.FIRST);
        jobs.run(pack);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        String thread = "tell-" + record;

        CompletableFuture<Void> told = new TransactionTemplate(transactions).execute(status -> {
            records.lock(record);
            CompletableFuture<Void> started = CompletableFuture.runAsync(() -> {
                Thread.currentThread().setName(thread);
                lateSchools.tell();
            });
            Awaitility.await().until(() -> isWaiting(thread));
            jdbc.sql("update year_record set state = 'SUBMITTED', row_version = row_version + 1 where id = ?")
                    .param(record)
                    .update();
            return started;
        });
        told.join();
        jdbc.sql("update year_record set state = 'ACCEPTED', row_version = row_version + 1 where id = ?")
                .param(record)
                .update();
        lateSchools.tell();

        assertThat(life.state(record)).isEqualTo("FROZEN");
    }

    private static boolean isWaiting(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(name) && thread.getState() == Thread.State.TIMED_WAITING);
    }
}
