package vn.hocba.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UnitId;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.SigningSession;

/** Nodes over one database, each with its own threads and its own clock. None gives a sign of life unless the test makes it. */
@Component
class BatchNodes {

    static final Duration KEY_LIFE = Duration.ofMinutes(30);

    private final BatchRepository repository;
    private final BatchItems items;
    private final Accounts accounts;
    private final Session session;
    private final BatchRights rights;
    private final SigningSessions sessions;
    private final PacketSigning signing;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final List<Node> started = new ArrayList<>();

    BatchNodes(
            BatchRepository repository,
            BatchItems items,
            Accounts accounts,
            Session session,
            BatchRights rights,
            SigningSessions sessions,
            PacketSigning signing,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.items = items;
        this.accounts = accounts;
        this.session = session;
        this.rights = rights;
        this.sessions = sessions;
        this.signing = signing;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** One process of an installation. */
    final class Node {

        final BatchRunner runner;
        private final Batches batches;
        private final LostBatches lost;

        private Node(Clock clock, int threads, Duration stopWait, BatchJob[] jobs) {
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            for (BatchJob job : jobs) {
                beans.addBean(job.kind(), job);
            }
            BatchLeases leases = new BatchLeases(jdbc);
            runner = new BatchRunner(
                    leases,
                    items,
                    new BatchTargets(items, leases, rights, transactions),
                    session,
                    clock,
                    new BatchSettings(threads, KEY_LIFE, stopWait));
            BatchJobs known = new BatchJobs(
                    beans.getBeanProvider(BatchJob.class), beans.getBeanProvider(SigningStep.class), signing);
            BatchOrders orders = new BatchOrders(repository, items, leases, clock, transactions);
            batches = new Batches(orders, repository, items, leases, runner, session, known, sessions);
            lost = new LostBatches(
                    repository,
                    leases,
                    runner,
                    new ResumedBatches(leases, runner, sessions, clock),
                    known,
                    accounts,
                    sessions);
        }

        String start(CurrentUser user, BatchJob job, List<String> targets, SigningSession key) {
            return session.as(
                    user,
                    () -> batches.start(
                            new Batches.Order(job.kind(), new UnitId(user.unitId()), null, null, targets), key));
        }

        void recover() {
            lost.takeOver();
        }

        void resume(CurrentUser user, String batch, SigningSession key) {
            session.run(user, () -> batches.resume(batch, key));
        }

        Batches.Progress progress(CurrentUser user, String batch) {
            return session.as(user, () -> batches.progress(batch));
        }
    }

    Node node(Clock clock, int threads, Duration stopWait, BatchJob... jobs) {
        Node node = new Node(clock, threads, stopWait, jobs);
        started.add(node);
        return node;
    }

    /** A batch that a test left half done would be taken over by a node of the next one. */
    void stopAll() {
        started.forEach(node -> node.runner.stop());
        started.clear();
        jdbc.sql("update batch set state = 'FINISHED' where kind like 'gated%'").update();
    }

    /** As if the node that holds it had given no sign of life for a minute. */
    void leaseEnds(String batch) {
        jdbc.sql("update batch set lease_until = unix_timestamp() - 1 where id = ?")
                .param(batch)
                .update();
    }

    boolean isHeld(String batch) {
        return jdbc.sql("select count(*) from batch where id = ? and lease_until >= unix_timestamp()")
                        .param(batch)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Of a school of its own. */
    CurrentUser person() {
        String name = "nodes-" + Ids.next();
        return accounts.put(new Accounts.NewAccount(
                name, null, "Người Thử", "Hiệu trưởng", Set.of(Role.PRINCIPAL), null, Ids.next(), "/t/" + name + "/"));
    }

    CurrentUser owner(String batch) {
        return accounts.byId(repository.findById(batch).orElseThrow().accountId).orElseThrow();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Map<BatchItems.State, Integer> counts(String batch) {
        return jdbc
                .sql("select state, count(*) from batch_item where batch_id = ? group by state")
                .param(batch)
                .query((row, n) -> Map.entry(BatchItems.State.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<String> targets(int count) {
        return IntStream.range(0, count).mapToObj(n -> Ids.next()).toList();
    }
}
