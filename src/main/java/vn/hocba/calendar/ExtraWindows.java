package vn.hocba.calendar;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.UnitFollowed;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolId;
import vn.hocba.shared.UnitId;
import vn.hocba.shared.UtcTimes;

/** The extra windows of all Sở. Everybody may know them, as the calendar. */
@Repository
@Transactional(readOnly = true)
public class ExtraWindows {

    private static final String SELECT =
            "select id, province_id, school_year, wave, school_id, opens_on, closes_on, closed_at from extra_window";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExtraWindows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A decision about a window.
     *
     * @param kind OPENED, PROLONGED, CLOSED
     * @param closesOn its last day since then
     */
    public record Decision(String kind, LocalDate closesOn, String byName, Instant at, String reason) {}

    /** One of them; empty where there is none of this id. */
    public Optional<ExtraWindow> find(String id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(ExtraWindows::read)
                .optional();
    }

    /** Those of a Sở and year, latest first. */
    public List<ExtraWindow> of(String provinceId, int schoolYear) {
        return jdbc.sql(SELECT + " where province_id = ? and school_year = ? order by opens_on desc, id")
                .params(provinceId, schoolYear)
                .query(ExtraWindows::read)
                .list();
    }

    /** Those of a school that are not over, the one that comes first before the others. */
    public List<ExtraWindow> ahead(UnitId province, SchoolId school, int schoolYear, Instant now) {
        return of(province.value(), schoolYear).stream()
                .filter(window -> window.isFor(school.value()) && now.isBefore(window.ends()))
                .sorted((one, other) -> one.opensOn().compareTo(other.opensOn()))
                .toList();
    }

    /** Those of every Sở that are not over yet, and not closed. */
    public List<ExtraWindow> running(Instant now) {
        return jdbc.sql(SELECT + " where closes_on >= ? and closed_at is null")
                .param(Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .query(ExtraWindows::read)
                .list();
    }

    /** What was decided about a window, in order. */
    public List<Decision> decisions(String windowId) {
        return jdbc.sql("select kind, closes_on, decided_by_name, decided_at, reason from extra_window_decision"
                        + " where window_id = ? order by decided_at")
                .param(windowId)
                .query((row, n) -> new Decision(
                        row.getString("kind"),
                        row.getDate("closes_on").toLocalDate(),
                        row.getString("decided_by_name"),
                        UtcTimes.read(row, "decided_at"),
                        row.getString("reason")))
                .list();
    }

    void add(ExtraWindow window) {
        jdbc.sql("insert into extra_window (id, province_id, school_year, wave, school_id, opens_on, closes_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        window.id(),
                        window.provinceId(),
                        window.schoolYear(),
                        window.wave().name(),
                        window.schoolId(),
                        Date.valueOf(window.opensOn()),
                        Date.valueOf(window.closesOn()))
                .update();
    }

    void change(ExtraWindow window) {
        jdbc.sql("update extra_window set closes_on = ?, closed_at = ? where id = ?")
                .params(
                        Date.valueOf(window.closesOn()),
                        window.closedAt() == null ? null : UtcTimes.bind(window.closedAt()),
                        window.id())
                .update();
    }

    /** A window that is not over of a school that is not there any more is its successor's. In the transaction of the change. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UnitFollowed change) {
        jdbc.sql("update extra_window set school_id = ? where school_id = ? and closed_at is null and closes_on >= ?")
                .params(change.successorId(), change.formerId(), Date.valueOf(LocalDate.now(clock)))
                .update();
    }

    void decided(ExtraWindow window, String kind, String by, String byName, Instant at, String reason) {
        jdbc.sql(
                        "insert into extra_window_decision (id, window_id, kind, closes_on, decided_by, decided_by_name, decided_at, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        window.id(),
                        kind,
                        Date.valueOf(window.lastDay()),
                        by,
                        byName,
                        UtcTimes.bind(at),
                        reason)
                .update();
    }

    private static ExtraWindow read(ResultSet row, int n) throws SQLException {
        return new ExtraWindow(
                row.getString("id"),
                row.getString("province_id"),
                row.getInt("school_year"),
                Wave.valueOf(row.getString("wave")),
                row.getString("school_id"),
                row.getDate("opens_on").toLocalDate(),
                row.getDate("closes_on").toLocalDate(),
                UtcTimes.read(row, "closed_at"));
    }
}
