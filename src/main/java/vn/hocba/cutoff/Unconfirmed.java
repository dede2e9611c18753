package vn.hocba.cutoff;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;

/** The accepted records that the first cut-off left open because completion of the class programme was not confirmed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Unconfirmed {

    private final JdbcClient jdbc;
    private final CutOffs cutOffs;
    private final SchoolDirectory directory;

    Unconfirmed(JdbcClient jdbc, CutOffs cutOffs, SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.cutOffs = cutOffs;
        this.directory = directory;
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
                        + " and reason = 'NOT_COMPLETED' and reassessed = false and waits_for_request = false limit "
                        + most)
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

    /** Puts these off until the request about each has ended. */
    public void putOff(String key, List<String> recordIds) {
        if (!recordIds.isEmpty()) {
            jdbc.sql(
                            "update cut_off_exception set waits_for_request = true where cut_off_id = :cutOff and year_record_id in (:ids)")
                    .param("cutOff", cutOff(key))
                    .param("ids", recordIds)
                    .update();
        }
    }

    /**
     * The request about a record has ended, for which it was put off.
     *
     * @param done whether it has said what the summer brought; else the record is on the list again
     * @return key of the cut-off's process, where the list is to be looked at again
     */
    public Optional<String> requestEnded(String recordId, boolean done) {
        Optional<String> key = jdbc.sql(
                        "select c.province_id, c.school_year from cut_off_exception e"
                                + " join cut_off c on c.id = e.cut_off_id where e.year_record_id = ? and e.waits_for_request = true")
                .param(recordId)
                .query((row, n) -> new CutOffKey(row.getString("province_id"), row.getInt("school_year")))
                .optional()
                .filter(this::isBetween)
                .map(CutOffKey::toString);
        jdbc.sql("update cut_off_exception set waits_for_request = false, reassessed = ?"
                        + " where year_record_id = ? and waits_for_request = true")
                .params(done, recordId)
                .update();
        return done ? Optional.empty() : key;
    }

    /**
     * A record was accepted between both cut-offs whose pupil has not completed the class programme: it is on the list, unless it was before.
     *
     * @return key of the cut-off's process, where the list is to be looked at again
     */
    public Optional<String> acceptedLate(YearRecord record) {
        Optional<CutOffKey> between = directory
                .provinceOf(record.schoolId())
                .map(province -> new CutOffKey(province.id(), record.schoolYear()))
                .filter(this::isBetween);
        if (between.isEmpty()) {
            return Optional.empty();
        }
        String first = cutOffs.find(between.get(), Wave.FIRST).orElseThrow().id();
        cutOffs.unconfirmed(first, record);
        return between.map(CutOffKey::toString);
    }

    /** Whether the first wave is over and the second has not begun. */
    private boolean isBetween(CutOffKey key) {
        return cutOffs.find(key, Wave.FIRST)
                        .filter(first -> first.state() == CutOffs.State.DONE)
                        .isPresent()
                && cutOffs.find(key, Wave.SECOND).isEmpty();
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
