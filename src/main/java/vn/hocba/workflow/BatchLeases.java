package vn.hocba.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/**
 * Which node works on which batch. A node holds a batch for a minute and renews that for as long as it lives. Every change is one conditional update, and the
 * database's clock alone says when a lease has ended: the clocks of the nodes may differ.
 */
@Repository
class BatchLeases {

    /** For so long a batch lies still whose node went down. */
    static final Duration LENGTH = Duration.ofSeconds(60);

    /** Seconds since 1970, whatever the zone of the session; both databases know it. */
    private static final String NOW = "unix_timestamp()";

    private static final String END = NOW + " + " + LENGTH.toSeconds();
    private static final String IS_LOST = " state = 'RUNNING' and (lease_until is null or lease_until < " + NOW + ")";
    private static final String IS_OURS = " state = 'RUNNING' and owner = ?";

    private final JdbcClient jdbc;

    /** Of this process, from its start to its end. */
    private final String node = Ids.next();

    BatchLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String node() {
        return node;
    }

    /** Takes a batch that was just made. */
    void hold(String batchId) {
        jdbc.sql("update batch set owner = ?, lease_until = " + END + " where id = ?")
                .params(node, batchId)
                .update();
    }

    /** The batches whose node has given no sign of life for a minute, or has let them go. */
    List<String> lost() {
        return jdbc.sql("select id from batch where" + IS_LOST)
                .query(String.class)
                .list();
    }

    /** Takes over a lost batch; of two nodes that try, one may. */
    boolean take(String batchId) {
        return jdbc.sql("update batch set owner = ?, lease_until = " + END + " where id = ? and" + IS_LOST)
                        .params(node, batchId)
                        .update()
                == 1;
    }

    /** A lost batch waits for a confirmation; whatever came between is left as it is. */
    void interruptLost(String batchId) {
        jdbc.sql("update batch set state = 'INTERRUPTED', owner = null, lease_until = null where id = ? and" + IS_LOST)
                .param(batchId)
                .update();
    }

    /** Goes on with a batch that was interrupted; false when it was not, or another of the person for the same class and step runs. */
    boolean resume(String batchId) {
        try {
            return resumed(batchId);
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    private boolean resumed(String batchId) {
        return jdbc.sql("update batch set state = 'RUNNING', stop_reason = null, owner = ?, lease_until = " + END
                                + " where id = ? and state = 'INTERRUPTED'")
                        .params(node, batchId)
                        .update()
                == 1;
    }

    /** Renews what this node holds; returns what is still its own. */
    Set<String> renew(Collection<String> batchIds) {
        jdbc.sql("update batch set lease_until = " + END
                        + " where state = 'RUNNING' and owner = :node and id in (:batches)")
                .param("node", node)
                .param("batches", batchIds)
                .update();
        return jdbc
                .sql("select id from batch where state = 'RUNNING' and owner = :node and id in (:batches)")
                .param("node", node)
                .param("batches", batchIds)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Writes how a batch ended; false when it is not this node's any more. */
    boolean end(String batchId, BatchState state, String reason, Instant now) {
        return jdbc.sql("update batch set state = ?, stop_reason = ?, finished_at = ?, owner = null, lease_until = null"
                                + " where id = ? and" + IS_OURS)
                        .params(state.name(), reason, UtcTimes.bind(now), batchId, node)
                        .update()
                == 1;
    }

    /** Ends a batch that waits for a confirmation; false when it does not (any more). */
    boolean endInterrupted(String batchId, String reason, Instant now) {
        return jdbc.sql(
                                "update batch set state = 'STOPPED', stop_reason = ?, finished_at = ? where id = ? and state = 'INTERRUPTED'")
                        .params(reason, UtcTimes.bind(now), batchId)
                        .update()
                == 1;
    }

    /** What this node works on waits for a confirmation. */
    void interrupt(String batchId, String reason) {
        jdbc.sql("update batch set state = 'INTERRUPTED', stop_reason = ?, owner = null, lease_until = null"
                        + " where id = ? and" + IS_OURS)
                .params(reason, batchId, node)
                .update();
    }

    /** Lets a batch go: any node may take it over at once. */
    void letGo(String batchId) {
        jdbc.sql("update batch set owner = null, lease_until = null where id = ? and" + IS_OURS)
                .params(batchId, node)
                .update();
    }
}
