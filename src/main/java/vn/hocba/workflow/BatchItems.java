package vn.hocba.workflow;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.record.RecordNames;
import vn.hocba.record.RecordNames.Name;
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

    /** A target that is neither a record nor a pupil. */
    private static final Name NAMELESS = new Name(null, null);

    private final JdbcClient jdbc;
    private final JdbcTemplate batchJdbc;
    private final RecordNames names;

    BatchItems(JdbcClient jdbc, JdbcTemplate batchJdbc, RecordNames names) {
        this.jdbc = jdbc;
        this.batchJdbc = batchJdbc;
        this.names = names;
    }

    void add(String batchId, List<String> targets) {
        List<Object[]> rows = IntStream.range(0, targets.size())
                .mapToObj(i -> new Object[] {Ids.next(), batchId, targets.get(i), i, State.WAITING.name()})
                .toList();
        batchJdbc.batchUpdate(
                "insert into batch_item (id, batch_id, target_id, ordinal, state) values (?, ?, ?, ?, ?)", rows);
    }

    /** The id of the latest batch of a kind that an account has started for a target. */
    Optional<String> latest(String accountId, String kind, String targetId) {
        return jdbc.sql(
                        "select b.id from batch b join batch_item i on i.batch_id = b.id"
                                + " where b.account_id = ? and b.kind = ? and i.target_id = ? order by b.created_at desc limit 1")
                .params(accountId, kind, targetId)
                .query(String.class)
                .optional();
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

    private record Left(String batchId, String targetId, State state, String reason) {}

    /** How many targets of each batch are in which state. */
    Map<String, Map<State, Integer>> counts(List<String> batchIds) {
        Map<String, Map<State, Integer>> counts = new HashMap<>();
        if (!batchIds.isEmpty()) {
            jdbc.sql(
                            "select batch_id, state, count(*) as targets from batch_item where batch_id in (:ids) group by batch_id, state")
                    .param("ids", batchIds)
                    .query(row -> {
                        counts.computeIfAbsent(row.getString("batch_id"), id -> new EnumMap<>(State.class))
                                .put(State.valueOf(row.getString("state")), row.getInt("targets"));
                    });
        }
        return counts;
    }

    /** What a person has to know of the targets of each batch: the pupil's name, and the reason. */
    Map<String, List<Batches.Remark>> remarks(List<String> batchIds) {
        if (batchIds.isEmpty()) {
            return Map.of();
        }
        List<Left> left = jdbc.sql("select batch_id, target_id, state, message from batch_item"
                        + " where batch_id in (:ids) and state in ('SKIPPED', 'STALE', 'FAILED') order by ordinal")
                .param("ids", batchIds)
                .query((row, n) -> new Left(
                        row.getString("batch_id"),
                        row.getString("target_id"),
                        State.valueOf(row.getString("state")),
                        row.getString("message")))
                .list();
        Map<String, Name> known =
                names.of(left.stream().map(Left::targetId).distinct().toList());
        return left.stream()
                .collect(Collectors.groupingBy(
                        Left::batchId,
                        Collectors.mapping(
                                one -> remark(one, known.getOrDefault(one.targetId(), NAMELESS)),
                                Collectors.toList())));
    }

    private static Batches.Remark remark(Left left, Name name) {
        return new Batches.Remark(
                left.targetId(), name.pupilName(), name.className(), left.state() != State.SKIPPED, left.reason());
    }
}
