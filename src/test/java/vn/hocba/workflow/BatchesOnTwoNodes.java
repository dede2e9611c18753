package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.hocba.workflow.BatchNodes.targets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import vn.hocba.identity.CurrentUser;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.signing.session.StoredSession;
import vn.hocba.signing.session.StoredSessions;
import vn.hocba.workflow.BatchNodes.Node;

/** Two nodes over one database. Every race is set up by hand: targets are held until the test lets them go. */
abstract class BatchesOnTwoNodes {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Clock NOW = Clock.fixed(Instant.parse("2027-06-10T03:00:00Z"), ZoneOffset.UTC);

    @Autowired
    BatchNodes nodes;

    @Autowired
    StoredSessions sessions;

    private final GatedJob job = new GatedJob("gated");
    private final GatedJob signing = new GatedJob("gated-key");
    private Key key;
    private CurrentUser user;
    private Node first;
    private Node second;

    @BeforeEach
    void twoNodes() {
        key = new Key();
        user = nodes.person();
        first = node(NOW, 1, SHORT);
        second = node(NOW, 1, SHORT);
    }

    @AfterEach
    void end() {
        job.releaseAll();
        signing.releaseAll();
        nodes.stopAll();
    }

    @Test
    void aBatchThatLostItsNodeIsTakenOverByOneOfTwoAndEachTargetIsReachedOnce() throws Exception {
        List<String> targets = targets(20);
        job.hold(targets.get(0));
        String batch = first.start(user, job, targets, null);
        await().until(() -> job.begun.size() == 1);
        nodes.leaseEnds(batch);
        Node third = node(NOW, 2, SHORT);
        CyclicBarrier together = new CyclicBarrier(2);

        CompletableFuture.allOf(recover(second, together), recover(third, together))
                .get();
        job.release(targets.get(0));

        awaitState(batch, BatchState.FINISHED);
        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 20));
        // The first target was in the hands of the node that was believed lost: it may finish it, nobody repeats it.
        assertThat(job.begun).containsExactlyInAnyOrderElementsOf(targets);
    }

    @Test
    void whatANodeFinishesAfterItWasBelievedLostIsNeverShownAsFailed() {
        List<String> targets = targets(3);
        job.hold(targets.get(1));
        String batch = first.start(user, job, targets, null);
        await().until(() -> job.begun.size() == 2);
        nodes.leaseEnds(batch);
        job.hold(targets.get(2));
        second.recover();

        job.release(targets.get(1));
        await().until(() -> nodes.counts(batch).getOrDefault(BatchItems.State.DONE, 0) == 2);
        job.release(targets.get(2));

        awaitState(batch, BatchState.FINISHED);
        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 3));
        assertThat(job.begun).containsExactlyElementsOf(targets);
    }

    @Test
    void aNodeThatLostItsBatchStopsAtTheNextTarget() {
        List<String> targets = targets(20);
        signing.hold(targets.get(0));
        String batch = first.start(user, signing, targets, key);
        await().until(() -> signing.begun.size() == 1);
        nodes.leaseEnds(batch);

        second.recover();
        assertThat(state(batch)).isEqualTo(BatchState.INTERRUPTED);
        signing.release(targets.get(0));

        await().until(() -> key.closed);
        await().until(() -> !first.runner.isRunningHere(batch));
        assertThat(signing.begun).hasSize(1);
        assertThat(state(batch)).isEqualTo(BatchState.INTERRUPTED);
        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 1, BatchItems.State.WAITING, 19));
    }

    @Test
    void whoResumesABatchOnANodeThatDoesNotKnowYetThatItLostItEndsTheFormerRunAndItsKey() {
        List<String> targets = targets(4);
        signing.hold(targets.get(0));
        Node node = node(NOW, 2, SHORT);
        signing.hold(targets.get(1));
        String batch = node.start(user, signing, targets, key);
        await().until(() -> signing.begun.size() == 2);
        nodes.leaseEnds(batch);
        second.recover();
        Key entered = new Key();

        node.resume(user, batch, entered);
        signing.releaseAll();

        awaitState(batch, BatchState.FINISHED);
        await().until(() -> key.closed && entered.closed);
        assertThat(signing.withKey(key)).hasSize(2);
        assertThat(signing.withKey(entered)).containsExactlyInAnyOrderElementsOf(targets.subList(2, 4));
    }

    @Test
    void aBatchThatStandsInLineAndOneWithALongTargetAreKeptByTheSignOfLifeOfTheirNode() {
        List<String> large = targets(2);
        job.hold(large.get(0));
        String running = first.start(user, job, large, null);
        String queued = first.start(nodes.person(), signing, targets(5), key);
        await().until(() -> job.begun.size() == 1);
        nodes.leaseEnds(running);
        nodes.leaseEnds(queued);

        first.runner.beat();
        second.recover();

        assertThat(second.runner.isRunningHere(running)).isFalse();
        assertThat(first.runner.isRunningHere(queued)).isTrue();
        job.releaseAll();
        awaitState(running, BatchState.FINISHED);
        await().until(() -> nodes.counts(queued).equals(Map.of(BatchItems.State.DONE, 5)));
        assertThat(signing.begun).hasSize(5);
    }

    @Test
    void aNodeWhoseClockIsAnHourAheadLeavesTheOthersTheirs() {
        List<String> targets = targets(2);
        signing.hold(targets.get(0));
        String batch = first.start(user, signing, targets, key);
        await().until(() -> signing.begun.size() == 1);

        node(Clock.offset(NOW, Duration.ofHours(1)), 1, SHORT).recover();

        assertThat(state(batch)).isEqualTo(BatchState.RUNNING);
        signing.releaseAll();
        awaitState(batch, BatchState.FINISHED);
    }

    @Test
    void whatIsFinishedIsNotInterruptedByANodeThatStillBelievesItLost() {
        String batch = first.start(user, signing, targets(2), key);
        awaitState(batch, BatchState.FINISHED);

        nodes.leaseEnds(batch);
        new BatchLeases(nodes.jdbc()).interruptLost(batch);

        assertThat(state(batch)).isEqualTo(BatchState.FINISHED);
    }

    @Test
    void aStopFinishesTheTargetInHandAndAnotherNodeGoesOnAtOnce() {
        List<String> targets = targets(4);
        job.hold(targets.get(0));
        Node stopping = node(NOW, 1, LONG);
        stopping.runner.start();
        String batch = stopping.start(user, job, targets, null);
        await().until(() -> job.begun.size() == 1);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping.runner::stop);
        await().until(() -> !stopping.runner.isRunning());
        job.release(targets.get(0));
        stop.join();

        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 1, BatchItems.State.WAITING, 3));
        second.recover();
        awaitState(batch, BatchState.FINISHED);
        assertThat(job.begun).containsExactlyInAnyOrderElementsOf(targets);
    }

    @Test
    void aStopForgetsTheKeyAndAsksForThePinAgain() {
        List<String> targets = targets(4);
        signing.hold(targets.get(0));
        Node stopping = node(NOW, 1, LONG);
        stopping.runner.start();
        String batch = stopping.start(user, signing, targets, key);
        await().until(() -> signing.begun.size() == 1);

        CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping.runner::stop);
        await().until(() -> !stopping.runner.isRunning());
        signing.release(targets.get(0));
        stop.join();

        assertThat(key.closed).isTrue();
        assertThat(state(batch)).isEqualTo(BatchState.INTERRUPTED);
        assertThat(second.progress(user, batch).message()).contains("nhập lại mã PIN");
        second.resume(user, batch, new Key());
        awaitState(batch, BatchState.FINISHED);
        assertThat(signing.begun).containsExactlyInAnyOrderElementsOf(targets);
    }

    @Test
    void aNodeGivesSignsOfLifeWhileItsApplicationIsUpAndStopsWithIt() {
        List<String> targets = targets(2);
        job.hold(targets.get(0));
        String batch = first.start(user, job, targets, null);
        await().until(() -> job.begun.size() == 1);
        nodes.leaseEnds(batch);

        try (GenericApplicationContext application = new GenericApplicationContext()) {
            application.registerBean(BatchRunner.class, () -> first.runner);
            application.refresh();
            await().until(() -> nodes.isHeld(batch));
        }

        assertThat(first.runner.isRunning()).isFalse();
    }

    @Test
    void aTargetThatOutlastsTheStopIsNotInterruptedAndKeepsItsLease() {
        List<String> targets = targets(2);
        job.hold(targets.get(0));
        String batch = first.start(user, job, targets, null);
        await().until(() -> job.begun.size() == 1);

        first.runner.stop();
        second.recover();

        assertThat(second.runner.isRunningHere(batch)).isFalse();
        job.releaseAll();
        await().until(() -> !first.runner.isRunningHere(batch));
        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 1, BatchItems.State.WAITING, 1));
        second.recover();
        awaitState(batch, BatchState.FINISHED);
    }

    @Test
    void aBatchThatIsStartedWhileTheServerStopsIsNotLost() {
        first.runner.stop();

        String batch = first.start(user, signing, targets(2), key);

        assertThat(key.closed).isTrue();
        assertThat(state(batch)).isEqualTo(BatchState.INTERRUPTED);
    }

    @Test
    void aSmallBatchDoesNotWaitForTheLargeOneOfAnotherSchool() {
        List<String> large = targets(200);
        List<String> small = targets(5);
        job.hold(large.get(0));
        String largeBatch = first.start(user, job, large, null);
        await().until(() -> job.begun.size() == 1);
        CurrentUser other = nodes.person();
        String smallBatch = first.start(other, job, small, null);

        job.releaseAll();

        await().until(() -> first.progress(other, smallBatch).isComplete());
        awaitState(largeBatch, BatchState.FINISHED);
        assertThat(job.begun.indexOf(small.get(4))).isLessThanOrEqualTo(10);
        assertThat(job.begun).hasSize(205);
    }

    @Test
    void aSmallBatchDoesNotWaitForTheLargeOneOfItsOwnSchoolEither() {
        List<String> large = targets(50);
        List<String> small = targets(5);
        job.hold(large.get(0));
        first.start(user, job, large, null);
        await().until(() -> job.begun.size() == 1);
        String smallBatch = first.start(user, job, small, null);

        job.releaseAll();

        awaitState(smallBatch, BatchState.FINISHED);
        assertThat(job.begun.indexOf(small.get(4))).isLessThanOrEqualTo(10);
    }

    @Test
    void theKeyOfABatchThatTakesTooLongIsForgottenAndThePinAskedForAgain() {
        TickingClock clock = new TickingClock();
        Node node = node(clock, 1, SHORT);
        List<String> inFront = targets(1);
        job.hold(inFront.get(0));
        node.start(nodes.person(), job, inFront, null);
        await().until(() -> job.begun.size() == 1);
        List<String> targets = targets(3);
        String batch = node.start(user, signing, targets, key);

        clock.now = clock.now.plus(BatchNodes.KEY_LIFE);
        node.runner.beat();
        assertThat(key.closed).isFalse();
        clock.now = clock.now.plusSeconds(1);
        node.runner.beat();

        assertThat(key.closed).isTrue();
        assertThat(state(batch)).isEqualTo(BatchState.INTERRUPTED);
        assertThat(node.progress(user, batch).message()).contains("quá 30 phút");
        job.releaseAll();
        node.resume(user, batch, new Key());
        awaitState(batch, BatchState.FINISHED);
        assertThat(node.progress(user, batch).message()).isNull();
        assertThat(signing.begun).containsExactlyElementsOf(targets);
    }

    @Test
    void aBatchOfWhichEverythingWasReachedBeforeItsNodeWentDownIsFinished() {
        List<String> targets = targets(2);
        String batch = first.start(user, job, targets, null);
        awaitState(batch, BatchState.FINISHED);
        nodes.jdbc()
                .sql("update batch set state = 'RUNNING', lease_until = 0 where id = ?")
                .param(batch)
                .update();

        second.recover();

        awaitState(batch, BatchState.FINISHED);
        assertThat(job.begun).hasSize(2);
    }

    @Test
    void aTargetThatIsRefusedFailsOnceAndTheRestGoesOn() {
        List<String> targets = targets(3);
        job.refuse(targets.get(1));

        String batch = first.start(user, job, targets, null);

        awaitState(batch, BatchState.FINISHED);
        assertThat(nodes.counts(batch)).isEqualTo(Map.of(BatchItems.State.DONE, 2, BatchItems.State.FAILED, 1));
    }

    /** A session whose key lies in the memory of one node. */
    private final class Key implements SigningSession {

        volatile boolean closed;
        private String id;

        @Override
        public String serial() {
            return "1";
        }

        @Override
        public String identifier() {
            return "1";
        }

        @Override
        public boolean holdsKey() {
            return true;
        }

        @Override
        public boolean isPreparing() {
            return false;
        }

        @Override
        public void keep(String batchId) {
            id = batchId;
            sessions.add(batchId, KeyHolder.person("1"), serial(), "sandbox", StoredSession.State.OPEN);
        }

        @Override
        public boolean ask() {
            throw new IllegalStateException("nobody is asked");
        }

        @Override
        public void end() {
            if (id != null) {
                sessions.remove(id);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class TickingClock extends Clock {

        volatile Instant now = NOW.instant();

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
    }

    private Node node(Clock clock, int threads, Duration stopWait) {
        return nodes.node(clock, threads, stopWait, job, signing);
    }

    private static CompletableFuture<Void> recover(Node node, CyclicBarrier together) {
        return CompletableFuture.runAsync(() -> {
            try {
                together.await();
            } catch (BrokenBarrierException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            node.recover();
        });
    }

    private BatchState state(String batch) {
        return second.progress(nodes.owner(batch), batch).state();
    }

    private void awaitState(String batch, BatchState state) {
        await().until(() -> state(batch) == state);
    }
}
