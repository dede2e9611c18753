package vn.hocba.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.shared.Ids;

@SpringBootTest
@ActiveProfiles("test")
class AuditLogTest {

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String subject = Ids.next();

    @Test
    void whoReadsWritesToAChainOfTheirOwnAndBothAreSeenInTheirOrder() {
        audit.append(subject, "record.opened", null);
        audit.appendRead(subject, "record.read", null);
        audit.append(subject, "subject.finished", "TOAN");
        audit.appendRead(subject, "record.printed", null);

        assertThat(audit.of(subject))
                .extracting(AuditLog.Entry::action)
                .containsExactly("record.opened", "record.read", "subject.finished", "record.printed");
        assertThat(jdbc.sql("select seq from audit_event where subject = ? order by seq")
                        .param(subject)
                        .query(Integer.class)
                        .list())
                .as("reading does not touch the chain of what happened")
                .containsExactly(0, 1);
        assertThat(audit.isIntact(subject)).isTrue();
    }

    @Test
    void aReadThatStandsInTheOldChainStaysGoodAndAChangeInEitherChainShows() {
        audit.append(subject, "record.read", null);
        audit.append(subject, "record.opened", null);
        audit.appendRead(subject, "record.read", null);
        assertThat(audit.isIntact(subject)).isTrue();

        jdbc.sql("update audit_event set actor_name = 'Người khác' where subject like ? and action = 'record.read'")
                .param(subject + ":%")
                .update();

        assertThat(audit.isIntact(subject)).isFalse();
    }

    @Test
    void manyLinesAtOnceGoBehindOneThatSomebodyWroteMeanwhileWithoutALock() {
        List<String> others = IntStream.range(0, 20).mapToObj(n -> Ids.next()).toList();
        String thread = "append-" + subject;
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        CompletableFuture<Void> many = transaction.execute(status -> {
            audit.append(subject, "request.expired", null);
            CompletableFuture<Void> started = CompletableFuture.runAsync(() -> {
                Thread.currentThread().setName(thread);
                audit.appendToEach(
                        Stream.concat(others.stream(), Stream.of(subject)).toList(), "registry.frozen", null);
            });
            Awaitility.await().until(() -> isWriting(thread));
            return started;
        });
        many.join();

        assertThat(audit.of(subject))
                .extracting(AuditLog.Entry::action)
                .containsExactly("request.expired", "registry.frozen");
        assertThat(others).allSatisfy(other -> assertThat(audit.of(other)).hasSize(1));
        assertThat(audit.isIntact(subject)).isTrue();
    }

    /** The ends of the chains have been read then, and whatever comes into them now comes in between. */
    private static boolean isWriting(String name) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .anyMatch(entry -> Arrays.stream(entry.getValue())
                        .anyMatch(frame -> frame.getMethodName().equals("executeBatch")));
    }
}
