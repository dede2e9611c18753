package vn.hocba.cutoff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.cutoff.CutOffs.Begun;
import vn.hocba.registry.Freeze;
import vn.hocba.shared.Ids;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;
import vn.hocba.shared.UtcTimes;

/** The accepted versions that a wave could not freeze: the others go on, these wait with the cause for the Sở, or for the next wave. */
@Repository
@ReadModel(of = {"school", "record", "registry"})
class SetAside {

    private static final int ERROR_LENGTH = 500;

    /** A record that has come further since is held no longer. */
    private static final String WAITING =
            " from cut_off_set_aside s join registered_record g on g.year_record_id = s.year_record_id and g.state = 'ACCEPTED'"
                    + " and g.held = true left join year_record r on r.id = s.year_record_id left join pupil p on p.id = r.pupil_id"
                    + " where s.cut_off_id = ?";

    private final JdbcClient jdbc;
    private final Freeze freeze;
    private final Clock clock;

    SetAside(JdbcClient jdbc, Freeze freeze, Clock clock) {
        this.jdbc = jdbc;
        this.freeze = freeze;
        this.clock = clock;
    }

    /** Why a version could not be frozen. */
    enum Cause {
        /** No school has a year record of it in this database. */
        UNKNOWN_HERE,
        /** The school's record is another version than the one that the province has accepted. */
        OTHER_VERSION,
        /** Something went wrong with this one. */
        FAILED
    }

    /**
     * One that waits.
     *
     * @param pupilName null where the pupil is not in this database
     * @param error of FAILED, for technicians; null otherwise
     */
    record Waiting(
            String recordId,
            String schoolName,
            String className,
            String pupilName,
            String pupilCode,
            Cause cause,
            String error,
            Instant since) {}

    /** Sets one aside, or says anew why it still is. */
    void put(Begun cutOff, String recordId, Cause cause, String error) {
        int known = jdbc.sql(
                        "update cut_off_set_aside set cause = ?, error = ? where cut_off_id = ? and year_record_id = ?")
                .params(cause.name(), error, cutOff.id(), recordId)
                .update();
        if (known == 0) {
            jdbc.sql(
                            "insert into cut_off_set_aside (id, cut_off_id, year_record_id, cause, error, since) values (?, ?, ?, ?, ?, ?)")
                    .params(Ids.next(), cutOff.id(), recordId, cause.name(), error, UtcTimes.bind(clock.instant()))
                    .update();
        }
        freeze.hold(List.of(recordId));
    }

    /** A wave begins: what the one before could not freeze may be in order by now, and whether it is, this one finds out. That it was left out stands in the exceptions. */
    void beginAnew(CutOffKey year, String provinceCode) {
        jdbc.sql(
                        "delete from cut_off_set_aside where cut_off_id in (select id from cut_off where province_id = ? and school_year = ?)")
                .params(year.provinceId(), year.schoolYear())
                .update();
        freeze.release(provinceCode, year.schoolYear());
    }

    /** It is frozen after all. */
    void remove(Begun cutOff, String recordId) {
        jdbc.sql("delete from cut_off_set_aside where cut_off_id = ? and year_record_id = ?")
                .params(cutOff.id(), recordId)
                .update();
    }

    boolean waits(Begun cutOff, String recordId) {
        return jdbc.sql("select count(*)" + WAITING + " and s.year_record_id = ?")
                        .params(cutOff.id(), recordId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many of a wave still wait. */
    int count(Begun cutOff) {
        return jdbc.sql("select count(*)" + WAITING)
                .param(cutOff.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Those of a wave that still wait, by school and class.
     *
     * @param most how many of them
     */
    List<Waiting> of(Begun cutOff, int most) {
        return jdbc.sql(
                        "select s.year_record_id, g.school_name, g.class_name, p.full_name, g.pupil_code, s.cause, s.error, s.since"
                                + WAITING + " order by g.school_name, g.class_name, g.pupil_code limit " + most)
                .param(cutOff.id())
                .query((row, n) -> new Waiting(
                        row.getString("year_record_id"),
                        row.getString("school_name"),
                        row.getString("class_name"),
                        row.getString("full_name"),
                        row.getString("pupil_code"),
                        Cause.valueOf(row.getString("cause")),
                        row.getString("error"),
                        UtcTimes.read(row, "since")))
                .list();
    }

    /** What may be kept of a failure: our own words where it has some, else its kind; never what a database says about its rows. */
    static String error(RuntimeException failure) {
        String error = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                error = refused.getMessage();
            }
        }
        return error.substring(0, Math.min(error.length(), ERROR_LENGTH));
    }
}
