package vn.hocba.cutoff;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.UtcTimes;

/** The records that are frozen at the Sở while their school has not learned of the acceptance. */
@Repository
@ReadModel(of = {"record", "registry"})
class Untold {

    /** Those that failed before come last, so that they hold up nobody. */
    private static final String READY =
            "select u.year_record_id from freeze_untold u join year_record r on r.id = u.year_record_id and r.state = 'ACCEPTED'"
                    + " join registered_record g on g.year_record_id = r.id and g.version_no = r.version_no"
                    + " and g.state in ('FROZEN', 'REPORTED', 'RETRACTED') order by u.tried_at, u.since, u.year_record_id limit ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Untold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String recordId) {
        jdbc.sql("insert into freeze_untold (year_record_id, since) values (?, ?)")
                .params(recordId, UtcTimes.bind(clock.instant()))
                .update();
    }

    /** Those whose schools know of the acceptance by now. */
    List<String> ready(int most) {
        return jdbc.sql(READY + most).query(String.class).list();
    }

    void told(String recordId) {
        jdbc.sql("delete from freeze_untold where year_record_id = ?")
                .param(recordId)
                .update();
    }

    void failed(String recordId, String error) {
        jdbc.sql("update freeze_untold set tried_at = ?, error = ? where year_record_id = ?")
                .params(UtcTimes.bind(clock.instant()), error, recordId)
                .update();
    }
}
