package vn.hocba.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Milestone;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/**
 * The read model of what waits for whom, one row per part of a step of a record; written in the engine's own transaction. Statements, not entities: every
 * finished row of every worksheet passes here.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WorkItems {

    /** The part of a step that has only one. */
    static final String WHOLE = "-";

    private static final String INSERT =
            "insert into work_item (id, row_version, task_id, year_record_id, school_id, class_id, school_year, step, part, assignee_id, role,"
                    + " state, created_at, milestone, due_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)";
    private static final String OF_RECORD = " where year_record_id = ? and step = ? and state = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Session session;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, JdbcTemplate batches, Session session, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.session = session;
        this.clock = clock;
    }

    enum State {
        OPEN,
        DONE,
        GONE
    }

    /**
     * A part that comes to wait.
     *
     * @param assigneeId a member of staff; null: whoever has the role at the school
     */
    record NewItem(String part, String assigneeId, Role role) {}

    /** A part that waits, and the date it follows; assigneeId and role as in {@link NewItem}. */
    record Waiting(String taskId, Step step, String part, Milestone milestone, String assigneeId, Role role) {

        /** Whether a teacher has to be named first. */
        boolean isTeacherless() {
            return role == Role.SCHOOL_ADMIN;
        }
    }

    /** Opens the parts of a step that a task stands for. From then on {@link CalendarWork} alone moves their due date. */
    void open(String taskId, YearRecord record, Step step, Milestone milestone, Instant due, List<NewItem> parts) {
        LocalDateTime now = now();
        batches.batchUpdate(INSERT, parts, parts.size(), (statement, item) -> {
            statement.setString(1, Ids.next());
            statement.setString(2, taskId);
            statement.setString(3, record.id());
            statement.setString(4, record.schoolId());
            statement.setString(5, record.classId());
            statement.setInt(6, record.schoolYear());
            statement.setString(7, step.name());
            statement.setString(8, item.part());
            statement.setString(9, item.assigneeId());
            statement.setString(10, item.role().name());
            statement.setObject(11, now);
            statement.setString(12, milestone.name());
            statement.setObject(13, UtcTimes.bind(due));
        });
    }

    /** The task of a step that waits at a record; empty when the record waits elsewhere. */
    Optional<String> openTask(String recordId, Step step) {
        return jdbc.sql("select task_id from work_item" + OF_RECORD + " limit 1")
                .params(recordId, step.name(), State.OPEN.name())
                .query(String.class)
                .optional();
    }

    /** The parts that wait at a record, all of one step and under one task. */
    List<Waiting> waiting(String recordId) {
        return jdbc.sql(
                        "select task_id, step, part, milestone, assignee_id, role from work_item where year_record_id = ? and state = ?")
                .params(recordId, State.OPEN.name())
                .query((row, n) -> new Waiting(
                        row.getString("task_id"),
                        Step.valueOf(row.getString("step")),
                        row.getString("part"),
                        Milestone.valueOf(row.getString("milestone")),
                        row.getString("assignee_id"),
                        Role.valueOf(row.getString("role"))))
                .list();
    }

    /** Gives a part that waits to somebody else. */
    void assign(String recordId, Step step, NewItem item) {
        jdbc.sql("update work_item set assignee_id = ?, role = ?, row_version = row_version + 1" + OF_RECORD
                        + " and part = ?")
                .params(item.assigneeId(), item.role().name(), recordId, step.name(), State.OPEN.name(), item.part())
                .update();
    }

    /** @return whether the part was waiting */
    boolean finish(String recordId, Step step, String part) {
        return jdbc.sql("update work_item set state = ?, done_at = ?, done_by = ?, row_version = row_version + 1"
                                + OF_RECORD + " and part = ?")
                        .params(State.DONE.name(), now(), actor(), recordId, step.name(), State.OPEN.name(), part)
                        .update()
                > 0;
    }

    /** @return whether the part had been finished under this task */
    boolean reopen(String recordId, Step step, String part, String taskId) {
        return jdbc.sql("update work_item set state = ?, done_at = null, done_by = null, row_version = row_version + 1"
                                + OF_RECORD + " and part = ? and task_id = ?")
                        .params(State.OPEN.name(), recordId, step.name(), State.DONE.name(), part, taskId)
                        .update()
                > 0;
    }

    /** Closes what is still open of a task. */
    void close(String taskId, State state) {
        jdbc.sql("update work_item set state = ?, done_at = ?, done_by = ?, row_version = row_version + 1"
                        + " where task_id = ? and state = ?")
                .params(state.name(), now(), actor(), taskId, State.OPEN.name())
                .update();
    }

    /** Writes by whom and why a record came back on the work that came of it. */
    void markReturned(String recordId, String by, String reason) {
        jdbc.sql(
                        "update work_item set returned_by = ?, returned_at = ?, return_reason = ?, row_version = row_version + 1"
                                + " where year_record_id = ? and state = ?")
                .params(by, now(), reason, recordId, State.OPEN.name())
                .update();
    }

    private String actor() {
        return session.find().map(CurrentUser::username).orElse("system");
    }

    private LocalDateTime now() {
        return UtcTimes.bind(clock.instant());
    }
}
