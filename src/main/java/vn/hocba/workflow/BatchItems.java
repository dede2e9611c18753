package vn.hocba.workflow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        SKIPPED,
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

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
    }

    Map<State, Integer> counts(String batchId) {
        return jdbc
                .sql("select state, count(*) from batch_item where batch_id = ? group by state")
                .param(batchId)
                .query((row, n) -> Map.entry(State.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a person has to know of a target: the pupil's name, and the reason. */
    List<Batches.Remark> remarks(String batchId) {
        return jdbc.sql("select i.target_id, p.full_name, c.name, i.state, i.message from batch_item i"
                        + " left join year_record r on r.id = i.target_id left join pupil p on p.id = coalesce(r.pupil_id, i.target_id)"
                        + " left join school_class c on c.id = r.class_id"
                        + " where i.batch_id = ? and i.state in ('SKIPPED', 'FAILED') order by i.ordinal")
                .param(batchId)
                .query((row, n) -> new Batches.Remark(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).equals("FAILED"),
                        row.getString(5)))
                .list();
    }
}
