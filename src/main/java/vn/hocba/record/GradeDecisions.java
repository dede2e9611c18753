package vn.hocba.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** Decisions on the grades of pupils: học vượt lớp, and promotion that was decided after the record was closed. They are kept for ever. */
@Repository
public class GradeDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    GradeDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a pupil, oldest first. */
    @Transactional(readOnly = true)
    public List<GradeDecision> of(String pupilId) {
        return jdbc.sql(
                        "select school_year, grade, decision_no, decided_on, note from grade_decision where pupil_id = ?"
                                + " order by school_year, recorded_at")
                .param(pupilId)
                .query((row, n) -> new GradeDecision(
                        row.getInt("school_year"),
                        row.getInt("grade"),
                        row.getString("decision_no"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    /** Sets one down. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String pupilId, GradeDecision decision) {
        jdbc.sql(
                        "insert into grade_decision (id, row_version, pupil_id, school_year, grade, decision_no, decided_on, note, recorded_at)"
                                + " values (?, 0, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        pupilId,
                        decision.schoolYear(),
                        decision.grade(),
                        decision.decisionNo(),
                        decision.day(),
                        decision.note(),
                        UtcTimes.bind(clock.instant()))
                .update();
    }
}
