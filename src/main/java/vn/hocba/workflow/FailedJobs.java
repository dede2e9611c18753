package vn.hocba.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the engine has tried and not done, of all processes. What was thrown is not read: it may name people. Both halves find an index; the engine writes
 * its instants in the zone of the machine, unlike this application.
 */
@Repository
class FailedJobs {

    private static final String COLUMNS =
            "select j.ID_, j.PROCESS_DEF_KEY_, j.PROCESS_DEF_ID_, d.ACT_ID_, e.BUSINESS_KEY_, j.TYPE_, j.RETRIES_, j.DUEDATE_,";
    private static final String JOINS =
            " join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_";
    private static final String SELECT = COLUMNS
            + " b.CREATE_TIME_ as SINCE_ from ACT_RU_JOB j" + JOINS
            + " join ACT_GE_BYTEARRAY b on b.ID_ = j.EXCEPTION_STACK_ID_ where j.EXCEPTION_STACK_ID_ > ''"
            + " union all " + COLUMNS
            + " i.INCIDENT_TIMESTAMP_ as SINCE_ from ACT_RU_INCIDENT i join ACT_RU_JOB j on j.ID_ = i.CONFIGURATION_"
            + JOINS
            + " where i.CONFIGURATION_ > '' and coalesce(j.EXCEPTION_STACK_ID_, '') = ''";

    private final JdbcClient jdbc;

    FailedJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job that has failed at least once and is not done.
     *
     * @param timer whether it waits for an instant of its own, which is not brought forward
     * @param triesLeft 0: not by itself any more
     * @param next not before then; null: at once
     * @param since its first failure
     */
    record FailedJob(
            String id,
            String process,
            String definitionId,
            String activity,
            String businessKey,
            boolean timer,
            int triesLeft,
            Instant next,
            Instant since) {

        boolean exhausted() {
            return triesLeft == 0;
        }

        /** Whether a person can do something: what is due is being tried, and a timer with attempts left has its instant. */
        boolean canBeTried(Instant now) {
            return exhausted() || !timer && next != null && next.isAfter(now);
        }
    }

    /** All of them, in no order. */
    List<FailedJob> all() {
        return jdbc.sql(SELECT).query((row, n) -> job(row)).list();
    }

    private static FailedJob job(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("DUEDATE_");
        return new FailedJob(
                row.getString("ID_"),
                row.getString("PROCESS_DEF_KEY_"),
                row.getString("PROCESS_DEF_ID_"),
                row.getString("ACT_ID_"),
                row.getString("BUSINESS_KEY_"),
                row.getString("TYPE_").equals("timer"),
                row.getInt("RETRIES_"),
                due == null ? null : due.toInstant(),
                row.getTimestamp("SINCE_").toInstant());
    }
}
