package vn.hocba.cutoff;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.calendar.Wave;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The cut-offs that have begun, and who they left out. */
@Repository
class CutOffs {

    private static final String SELECT =
            "select id, window_id, state, effective_on, total, frozen, started_at, finished_at from cut_off where ";

    /** Stands for «no window»: the calendar's own. */
    static final String OF_WAVE = "";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    CutOffs(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    enum State {
        RUNNING,
        DONE
    }

    /** Why a pupil's record was not frozen. */
    enum Reason {
        /** No record was opened. */
        MISSING,
        /** The Sở has not accepted it. */
        NOT_ACCEPTED,
        /** Accepted, but not confirmed as having completed the class programme: waits for the second wave. */
        NOT_COMPLETED,
        /** Accepted after the wave had looked for the last time. */
        ACCEPTED_LATE,
        /** Accepted, but the wave could not freeze it (see {@link SetAside}). */
        SET_ASIDE
    }

    /**
     * One that has begun.
     *
     * @param windowId of the extra window whose records it freezes; empty for the wave of the calendar
     * @param total to freeze when it began
     * @param frozen so far
     * @param finishedAt null while it runs
     */
    record Begun(
            String id,
            String windowId,
            State state,
            LocalDate effectiveOn,
            int total,
            int frozen,
            Instant startedAt,
            Instant finishedAt) {

        boolean isOfWindow() {
            return !windowId.equals(OF_WAVE);
        }
    }

    /** A pupil who was left out; recordId and state are null where no record was opened. */
    record Missed(String schoolId, String classId, String pupilId, String recordId, Reason reason, String state) {}

    /** Whether the cut-offs of a year were ever started. */
    boolean isYearStarted(CutOffKey key) {
        return jdbc.sql("select count(*) from cut_off_year where province_id = ? and school_year = ?")
                        .params(key.provinceId(), key.schoolYear())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Notes it, once. */
    void startYear(CutOffKey key) {
        jdbc.sql("insert into cut_off_year (province_id, school_year, started_at) values (?, ?, ?)")
                .params(key.provinceId(), key.schoolYear(), UtcTimes.bind(clock.instant()))
                .update();
    }

    Optional<Begun> find(CutOffKey key, Wave wave) {
        return jdbc.sql(SELECT + "province_id = ? and school_year = ? and wave = ? and window_id = ?")
                .params(key.provinceId(), key.schoolYear(), wave.name(), OF_WAVE)
                .query(CutOffs::begun)
                .optional();
    }

    /** That of an extra window. */
    Optional<Begun> ofWindow(String windowId) {
        return jdbc.sql(SELECT + "window_id = ?")
                .param(windowId)
                .query(CutOffs::begun)
                .optional();
    }

    private static Begun begun(ResultSet row, int n) throws SQLException {
        return new Begun(
                row.getString("id"),
                row.getString("window_id"),
                State.valueOf(row.getString("state")),
                row.getDate("effective_on").toLocalDate(),
                row.getInt("total"),
                row.getInt("frozen"),
                UtcTimes.read(row, "started_at"),
                UtcTimes.read(row, "finished_at"));
    }

    Begun begin(CutOffKey key, Wave wave, LocalDate effectiveOn, int total) {
        return begin(key, wave, OF_WAVE, effectiveOn, total);
    }

    /** @param windowId of the extra window; {@link #OF_WAVE} for the wave of the calendar */
    Begun begin(CutOffKey key, Wave wave, String windowId, LocalDate effectiveOn, int total) {
        Begun begun = new Begun(Ids.next(), windowId, State.RUNNING, effectiveOn, total, 0, clock.instant(), null);
        jdbc.sql(
                        "insert into cut_off (id, province_id, school_year, wave, window_id, state, effective_on, total, frozen, started_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .params(
                        begun.id(),
                        key.provinceId(),
                        key.schoolYear(),
                        wave.name(),
                        windowId,
                        begun.state().name(),
                        Date.valueOf(effectiveOn),
                        total,
                        UtcTimes.bind(begun.startedAt()))
                .update();
        return begun;
    }

    void count(String id, int frozen) {
        jdbc.sql("update cut_off set frozen = frozen + ? where id = ?")
                .params(frozen, id)
                .update();
    }

    void end(String id) {
        jdbc.sql("update cut_off set state = ?, finished_at = ? where id = ?")
                .params(State.DONE.name(), UtcTimes.bind(clock.instant()), id)
                .update();
    }

    /** A record was frozen after all. */
    void foundAgain(String id, String recordId) {
        List<String> schools = jdbc.sql(
                        "select distinct school_id from cut_off_exception where cut_off_id = ? and year_record_id = ?")
                .params(id, recordId)
                .query(String.class)
                .list();
        jdbc.sql("delete from cut_off_exception where cut_off_id = ? and year_record_id = ?")
                .params(id, recordId)
                .update();
        schools.forEach(school -> countLeftOut(id, school));
    }

    /** Pupils whom other cut-offs of the year left out have their record frozen in this one, of an extra window. */
    void frozenAfterAll(String id, List<String> pupilIds) {
        List<String[]> counted = jdbc.sql("select distinct e.cut_off_id, e.school_id from cut_off_exception e"
                        + " join cut_off c on c.id = e.cut_off_id join cut_off w on w.province_id = c.province_id"
                        + " and w.school_year = c.school_year where w.id = :id and e.pupil_id in (:pupils)")
                .param("id", id)
                .param("pupils", pupilIds)
                .query((row, n) -> new String[] {row.getString("cut_off_id"), row.getString("school_id")})
                .list();
        for (String[] one : counted) {
            jdbc.sql("delete from cut_off_exception where cut_off_id = :cutOff and pupil_id in (:pupils)")
                    .param("cutOff", one[0])
                    .param("pupils", pupilIds)
                    .update();
            countLeftOut(one[0], one[1]);
        }
    }

    /** A pupil whose record was accepted after the cut-off without the class programme completed: for what kept it away before, that stands there instead. */
    void unconfirmed(String id, YearRecord record) {
        jdbc.sql("delete from cut_off_exception where cut_off_id = ? and pupil_id = ?")
                .params(id, record.pupilId())
                .update();
        miss(
                id,
                List.of(new Missed(
                        record.schoolId(),
                        record.classId(),
                        record.pupilId(),
                        record.id(),
                        Reason.NOT_COMPLETED,
                        record.state().name())));
    }

    void miss(String id, List<Missed> missed) {
        batches.batchUpdate(
                "insert into cut_off_exception (id, cut_off_id, school_id, class_id, pupil_id, year_record_id, reason, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                missed.stream()
                        .map(m -> new Object[] {
                            Ids.next(),
                            id,
                            m.schoolId(),
                            m.classId(),
                            m.pupilId(),
                            m.recordId(),
                            m.reason().name(),
                            m.state()
                        })
                        .toList());
        missed.stream().map(Missed::schoolId).distinct().forEach(school -> countLeftOut(id, school));
    }

    /** The Sở's board reads a row per school, not one per pupil. */
    private void countLeftOut(String id, String schoolId) {
        jdbc.sql("delete from cut_off_left_out where cut_off_id = ? and school_id = ?")
                .params(id, schoolId)
                .update();
        jdbc.sql("insert into cut_off_left_out (cut_off_id, school_id, missing, not_accepted, not_completed, set_aside)"
                        + " select cut_off_id, school_id, sum(case when reason = 'MISSING' then 1 else 0 end),"
                        + " sum(case when reason in ('NOT_ACCEPTED', 'ACCEPTED_LATE') then 1 else 0 end), sum(case when reason = 'NOT_COMPLETED' then 1 else 0 end),"
                        + " sum(case when reason = 'SET_ASIDE' then 1 else 0 end) from cut_off_exception"
                        + " where cut_off_id = ? and school_id = ? group by cut_off_id, school_id")
                .params(id, schoolId)
                .update();
    }
}
