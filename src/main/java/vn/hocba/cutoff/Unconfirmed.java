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
     * The next records of the list.
     *
     * @param key of the cut-off's process
     * @param most how many at a time
     * @return ids of year records; empty when there are no more
     */
    public List<String> next(String key, int most) {
        return jdbc.sql("select year_record_id from cut_off_exception where cut_off_id = ?"
                        + " and reason = 'NOT_COMPLETED' and reassessed = false limit " + most)
                .param(cutOff(key))
                .query(String.class)
                .list();
    }

    /** Takes these from the list. */
    public void taken(String key, List<String> recordIds) {
        if (!recordIds.isEmpty()) {
            jdbc.sql("update cut_off_exception set reassessed = true, reopen_error = null"
                            + " where cut_off_id = :cutOff and year_record_id in (:ids)")
                    .param("cutOff", cutOff(key))
                    .param("ids", recordIds)
                    .update();
        }
    }

    /** Takes one from the list that could not be opened again; the Sở sees why among the exceptions. */
    public void failed(String key, String recordId, RuntimeException failure) {
        jdbc.sql(
                        "update cut_off_exception set reassessed = true, reopen_error = ? where cut_off_id = ? and year_record_id = ?")
                .params(SetAside.error(failure), cutOff(key), recordId)
                .update();
    }

    private String cutOff(String key) {
        return cutOffs.find(CutOffKey.parse(key), Wave.FIRST).orElseThrow().id();
    }
}
