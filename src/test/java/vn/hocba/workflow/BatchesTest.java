package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.StoredSession;
import vn.hocba.signing.session.StoredSessions;

@SpringBootTest
@ActiveProfiles("test")
class BatchesTest {

    private static final String WITHOUT_KEY = "return";
    private static final String WITH_KEY = "sign-homeroom";

    @Autowired
    Batches batches;

    @Autowired
    LostBatches lost;

    @Autowired
    BatchRepository repository;

    @Autowired
    BatchItems items;

    @Autowired
    StoredSessions sessions;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    CurrentUser user;

    @BeforeEach
    void somebody() {
        user = person("batch-test");
    }

    @Test
    void aTargetThatIsRefusedFailsWithItsReasonAndTheOthersAreReachedToo() {
        String batch = session.as(
                user,
                () -> batches.start(
                        new Batches.Order(WITHOUT_KEY, new UnitId(user.unitId()), null, instruction(), targets()),
                        null));
        Batches.Progress ended = awaitEnd(batch, progress -> progress.state() == BatchState.FINISHED);
        assertThat(ended.failed()).isEqualTo(2);
        assertThat(ended.waiting()).isZero();
        assertThat(ended.isComplete()).isFalse();
        assertThat(ended.remarks())
                .allSatisfy(remark -> assertThat(remark.reason()).contains("Không tìm thấy học bạ"));
    }

    @Test
    void aBatchWhoseServerWentDownGoesOnByItself() {
        String batch = lost(WITHOUT_KEY);
        lost.takeOver();
        assertThat(awaitEnd(batch, progress -> progress.state() == BatchState.FINISHED)
                        .failed())
                .isEqualTo(2);
    }

    @Test
    void aSigningBatchWhoseServerWentDownWaitsForThePinAndHasLostNothing() {
        String batch = lost(WITH_KEY);
        lost.takeOver();
        Batches.Progress progress = session.as(user, () -> batches.progress(batch));
        assertThat(progress.state()).isEqualTo(BatchState.INTERRUPTED);
        assertThat(progress.message()).contains("mã PIN");
        assertThat(progress.waiting()).isEqualTo(2);
    }

    @Test
    void onlyItsOwnPersonSeesABatch() {
        String batch = lost(WITH_KEY);
        CurrentUser other = person("batch-other");
        assertThatThrownBy(() -> session.as(other, () -> batches.progress(batch)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(other, () -> batches.resume(batch, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aBatchOfNothingIsRefused() {
        assertThatThrownBy(() -> session.as(
                        user,
                        () -> batches.start(
                                new Batches.Order(WITHOUT_KEY, new UnitId(user.unitId()), null, null, List.of()),
                                null)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Không có học bạ nào");
    }

    @Test
    void aTimedJobThatWaitsDoesNotHoldUpTheOthers() {
        assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(4);
    }

    private Batches.Progress awaitEnd(String batch, Predicate<Batches.Progress> ended) {
        return await().until(() -> session.as(user, () -> batches.progress(batch)), ended);
    }

    private String lost(String kind) {
        Batch batch = new Batch();
        batch.kind = kind;
        batch.accountId = user.accountId();
        batch.schoolId = user.unitId();
        batch.parameter = instruction();
        batch.state = BatchState.RUNNING;
        batch.total = 2;
        batch.createdAt = clock.instant().minusSeconds(3600);
        transaction.executeWithoutResult(status -> {
            repository.saveAndFlush(batch);
            items.add(batch.id(), targets());
        });
        if (kind.equals(WITH_KEY)) {
            sessions.add(batch.id(), KeyHolder.person(Ids.next()), "1", "sandbox", StoredSession.State.OPEN);
        }
        return batch.id();
    }

    private static List<String> targets() {
        return List.of(Ids.next(), Ids.next());
    }

    private static String instruction() {
        return "{\"from\":\"PRINCIPAL\",\"target\":\"HOMEROOM\",\"subjects\":[],\"reason\":\"Xem lại nhận xét\"}";
    }

    private CurrentUser person(String username) {
        return accounts.put(new Accounts.NewAccount(
                username,
                null,
                "Người Thử",
                "Hiệu trưởng",
                Set.of(Role.PRINCIPAL),
                null,
                Ids.next(),
                "/t/" + username + "/"));
    }
}
