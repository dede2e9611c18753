package vn.hocba.cutoff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;

/** The accepted records that the first cut-off left open because completion of the class programme was not confirmed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Unconfirmed {

    private final JdbcClient jdbc;
    private final CutOffs cutOffs;

    Unconfirmed(JdbcClient jdbc, CutOffs cutOffs) {
        this.jdbc = jdbc;
        this.cutOffs = cutOffs;
    }

    /**
     * Takes the next records from the list; none is given twice.
     *
     * @param key of the cut-off's process
     * @param most how many at a time
     * @return ids of year records; empty when there are no more
     */
    public List<String> take(String key, int most) {
        String cutOff =
                cutOffs.find(CutOffKey.parse(key), Wave.FIRST).orElseThrow().id();
        List<String> next = jdbc.sql("select year_record_id from cut_off_exception where cut_off_id = :cutOff"
                        + " and reason = 'NOT_COMPLETED' and reassessed = false limit " + most)
                .param("cutOff", cutOff)
                .query(String.class)
                .list();
        if (!next.isEmpty()) {
            jdbc.sql(
                            "update cut_off_exception set reassessed = true where cut_off_id = :cutOff and year_record_id in (:ids)")
                    .param("cutOff", cutOff)
                    .param("ids", next)
                    .update();
        }
        return next;
    }
}
