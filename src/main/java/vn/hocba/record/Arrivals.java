package vn.hocba.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.UtcTimes;

/** Whence pupils came in the middle of a year from paper, from abroad, from other software. */
@Repository
public class Arrivals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where nothing was set down. */
    @Transactional(readOnly = true)
    public Optional<Arrival> of(String recordId) {
        return jdbc.sql("select arrived_on, former_school, brought from record_arrival where year_record_id = ?")
                .param(recordId)
                .query((row, n) -> new Arrival(
                        row.getObject("arrived_on", LocalDate.class),
                        row.getString("former_school"),
                        row.getString("brought")))
                .optional();
    }

    /** Sets it down, instead of what was there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(YearRecord record, Arrival arrival) {
        jdbc.sql("delete from record_arrival where year_record_id = ?")
                .param(record.id())
                .update();
        jdbc.sql(
                        "insert into record_arrival (year_record_id, row_version, arrived_on, former_school, brought, recorded_at)"
                                + " values (?, 0, ?, ?, ?, ?)")
                .params(
                        record.id(),
                        arrival.day(),
                        arrival.formerSchool(),
                        arrival.brought(),
                        UtcTimes.bind(clock.instant()))
                .update();
    }
}
