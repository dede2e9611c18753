package vn.hocba.record;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** Why records were closed unfinished, and when they were taken up again. */
@Repository
public class Leaves {

    private final JdbcClient jdbc;

    Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a record is closed now; empty where it is not, or was taken up again. */
    @Transactional(readOnly = true)
    public Optional<Leave> of(String recordId) {
        return jdbc.sql("select reason, left_on, decision_no, note, recorded_at from record_leave"
                        + " where year_record_id = ? and returned_on is null order by recorded_at desc limit 1")
                .param(recordId)
                .query((row, n) -> new Leave(
                        EnrolmentStatus.valueOf(row.getString("reason")),
                        row.getObject("left_on", LocalDate.class),
                        row.getString("decision_no"),
                        row.getString("note"),
                        UtcTimes.read(row, "recorded_at")))
                .optional();
    }

    /** The record is being closed for this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(YearRecord record, Leave leave) {
        jdbc.sql(
                        "insert into record_leave (id, row_version, year_record_id, reason, left_on, decision_no, note, recorded_at)"
                                + " values (?, 0, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        record.id(),
                        leave.reason().name(),
                        leave.day(),
                        leave.decisionNo(),
                        leave.note(),
                        UtcTimes.bind(leave.recordedAt()))
                .update();
    }

    /** The pupil is back on this day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(YearRecord record, LocalDate day) {
        jdbc.sql("update record_leave set returned_on = ?, row_version = row_version + 1"
                        + " where year_record_id = ? and returned_on is null")
                .params(day, record.id())
                .update();
    }
}
