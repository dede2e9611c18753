package vn.hocba.workflow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.Ids;

/** The targets of batches, each with what became of it. */
@Repository
class BatchItems {

    enum State {
        WAITING,
        DONE,
        /** There was nothing to do. */
        SKIPPED,
        /** It has changed since the holder confirmed it, and was left as it is. */
        STALE,
        FAILED
    }

    private static final int MESSAGE_LENGTH = 1000;

    /** The batch's row is read and not locked: its lease is renewed while this transaction lasts. */
    private static final String WAITING_HERE = " where batch_id = ? and target_id = ? and state = 'WAITING'"
            + " and exists (select 1 from batch b where b.id = batch_item.batch_id and b.state = 'RUNNING' and b.owner = ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batchJdbc;

    BatchItems(JdbcClient jdbc, JdbcTemplate batchJdbc) {
        this.jdbc = jdbc;
        this.batchJdbc = batchJdbc;
    }

    void add(String batchId, List<String> targets) {
        List<Object[]> rows = IntStream.range(0, targets.size())
                .mapToObj(i -> new Object[] {Ids.next(), batchId, targets.get(i), i, State.WAITING.name()})
                .toList();
        batchJdbc.batchUpdate(
                "insert into batch_item (id, batch_id, target_id, ordinal, state) values (?, ?, ?, ?, ?)", rows);
    }

    List<String> waiting(String batchId) {
        return jdbc.sql("select target_id from batch_item where batch_id = ? and state = 'WAITING' order by ordinal")
                .param(batchId)
                .query(String.class)
                .list();
    }

    /**
     * Marks a target as done before it is, in the transaction that does it, where it still waits and the batch is this node's. Until that transaction ends nobody
     * else gets the target; if it is rolled back, the target waits as before.
     */
    boolean take(String batchId, String targetId, String node) {
        return jdbc.sql("update batch_item set state = 'DONE', message = null" + WAITING_HERE)
                        .params(batchId, targetId, node)
                        .update()
                == 1;
    }

    /** What was taken needed nothing. */
    void skipped(String batchId, String targetId, String message) {
        jdbc.sql("update batch_item set state = 'SKIPPED', message = ? where batch_id = ? and target_id = ?")
                .params(shortened(message), batchId, targetId)
                .update();
    }

    /** Says why it failed, where the target still waits and the batch is this node's. */
    boolean failed(String batchId, String targetId, String node, String message) {
        return jdbc.sql("update batch_item set state = 'FAILED', message = ?" + WAITING_HERE)
                        .params(shortened(message), batchId, targetId, node)
                        .update()
                == 1;
    }

    /** Says why it was passed over, where the target still waits and the batch is this node's. */
    boolean stale(String batchId, String targetId, String node, String message) {
        return jdbc.sql("update batch_item set state = 'STALE', message = ?" + WAITING_HERE)
                        .params(shortened(message), batchId, targetId, node)
                        .update()
                == 1;
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
    }

    /** How many targets of each batch are in which state. */
    Map<String, Map<State, Integer>> counts(List<String> batchIds) {
        Map<String, Map<State, Integer>> counts = new HashMap<>();
        if (!batchIds.isEmpty()) {
            jdbc.sql(
                            "select batch_id, state, count(*) from batch_item where batch_id in (:ids) group by batch_id, state")
                    .param("ids", batchIds)
                    .query(row -> {
                        counts.computeIfAbsent(row.getString(1), id -> new EnumMap<>(State.class))
                                .put(State.valueOf(row.getString(2)), row.getInt(3));
                    });
        }
        return counts;
    }

    /** What a person has to know of the targets of each batch: the pupil's name, and the reason. */
    Map<String, List<Batches.Remark>> remarks(List<String> batchIds) {
        Map<String, List<Batches.Remark>> remarks = new HashMap<>();
        if (!batchIds.isEmpty()) {
            jdbc.sql(
                            "select i.batch_id, i.target_id, p.full_name, c.name, i.state, i.message from batch_item i"
                                    + " left join year_record r on r.id = i.target_id left join pupil p on p.id = coalesce(r.pupil_id, i.target_id)"
                                    + " left join school_class c on c.id = r.class_id"
                                    + " where i.batch_id in (:ids) and i.state in ('SKIPPED', 'STALE', 'FAILED') order by i.ordinal")
                    .param("ids", batchIds)
                    .query(row -> {
                        remarks.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                                .add(new Batches.Remark(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        State.valueOf(row.getString(5)) != State.SKIPPED,
                                        row.getString(6)));
                    });
        }
        return remarks;
    }
}
