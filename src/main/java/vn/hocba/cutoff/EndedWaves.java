package vn.hocba.cutoff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.calendar.Wave;

/** The waves that are over, with the extra windows. */
@Repository
public class EndedWaves {

    private final JdbcClient jdbc;

    EndedWaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many versions a wave that is over has frozen by now: the Sở may freeze one more after all. */
    public record FrozenWave(CutOffEnded wave, int versions) {}

    /** Two of each Sở and year, and one of each of its extra windows, in no order. */
    public List<CutOffEnded> all() {
        return frozen().stream().map(FrozenWave::wave).toList();
    }

    /** The same with what each has frozen. */
    public List<FrozenWave> frozen() {
        return jdbc.sql("select province_id, school_year, wave, effective_on, window_id, frozen from cut_off"
                        + " where state = 'DONE'")
                .query((row, n) -> new FrozenWave(
                        new CutOffEnded(
                                row.getString("province_id"),
                                row.getInt("school_year"),
                                Wave.valueOf(row.getString("wave")),
                                row.getDate("effective_on").toLocalDate(),
                                row.getString("window_id")),
                        row.getInt("frozen")))
                .list();
    }
}
