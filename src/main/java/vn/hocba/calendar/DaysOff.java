package vn.hocba.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The days that single Sở have decided to be free, or worked on. */
@Repository
@Transactional
class DaysOff {

    private final JdbcClient jdbc;

    DaysOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a Sở from one day to another, both included, in order. */
    @Transactional(readOnly = true)
    List<SpecialDay> between(LocalDate from, LocalDate to, String provinceId) {
        return jdbc.sql("select on_day, working, reason, decided_by from day_off"
                        + " where province_id = ? and on_day between ? and ? order by on_day")
                .params(provinceId, from, to)
                .query((row, n) -> new SpecialDay(
                        row.getObject("on_day", LocalDate.class),
                        row.getBoolean("working"),
                        row.getString("reason"),
                        row.getString("decided_by")))
                .list();
    }

    /** Keeps a day instead of what was decided about it before. */
    void put(String provinceId, SpecialDay day, CurrentUser by, Instant now) {
        remove(provinceId, day.day());
        jdbc.sql("insert into day_off (id, province_id, on_day, working, reason, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        provinceId,
                        day.day(),
                        day.working(),
                        day.name(),
                        by.displayName(),
                        UtcTimes.bind(now))
                .update();
    }

    /** @return whether there was one */
    boolean remove(String provinceId, LocalDate day) {
        return jdbc.sql("delete from day_off where province_id = ? and on_day = ?")
                        .params(provinceId, day)
                        .update()
                > 0;
    }
}
