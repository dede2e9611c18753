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

    void mark(String batchId, String targetId, State state, String message) {
        String kept =
                message == null || message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
        jdbc.sql("update batch_item set state = ?, message = ? where batch_id = ? and target_id = ?")
                .params(state.name(), kept, batchId, targetId)
                .update();
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
