package vn.hocba.cutoff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffs.Missed;
import vn.hocba.cutoff.CutOffs.Reason;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.ReadModel;

/** The pupils who are studying in a province and whose record of the year is not frozen, with the reason. */
@Component
@ReadModel(of = {"school", "record", "registry"})
class LeftOut {

    private static final String SELECT =
            """
            select e.school_id, e.class_id, e.pupil_id, r.id as record_id, r.state, g.programme_completed, g.of_second_wave, g.held
            from enrolment e join org_unit u on u.id = e.school_id
            left join year_record r on r.id = (
                select x.id from year_record x where x.pupil_id = e.pupil_id and x.school_year = e.school_year and x.state <> 'LEFT'
                order by case when x.state = 'RETRACTED' then 2 when x.school_id <> e.school_id then 1 else 0 end, x.state_since desc limit 1)
            left join registered_record g on g.year_record_id = r.id and g.state = 'ACCEPTED'
            where u.path like :path and e.school_year = :year and e.status = 'STUDYING' and (:school is null or e.school_id = :school)
            and not exists (select 1 from registered_record f where f.year_record_id = r.id and f.state in ('FROZEN', 'REPORTED', 'RETRACTED'))
            order by u.name, e.class_id, e.ordinal
            """;

    private final JdbcClient jdbc;
    private final SchoolDirectory directory;

    LeftOut(JdbcClient jdbc, SchoolDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** All of a year: who changed school after the record was handed in stands at the new one, with the record of the former. */
    List<Missed> of(CutOffKey key, Wave wave) {
        return of(key, wave, null);
    }

    /** @param schoolId null: of every school */
    List<Missed> of(CutOffKey key, Wave wave, String schoolId) {
        return jdbc.sql(SELECT)
                .param("path", directory.unit(key.provinceId()).path() + "%")
                .param("year", key.schoolYear())
                .param("school", schoolId)
                .query((row, n) -> {
                    String recordId = row.getString("record_id");
                    Boolean completed =
                            row.getObject("programme_completed") == null ? null : row.getBoolean("programme_completed");
                    Reason reason = recordId == null
                            ? Reason.MISSING
                            : completed == null
                                    ? Reason.NOT_ACCEPTED
                                    : ofAccepted(
                                            completed && !row.getBoolean("of_second_wave"),
                                            row.getBoolean("held"),
                                            wave);
                    return new Missed(
                            row.getString("school_id"),
                            row.getString("class_id"),
                            row.getString("pupil_id"),
                            recordId,
                            reason,
                            row.getString("state"));
                })
                .list();
    }

    private static Reason ofAccepted(boolean completed, boolean held, Wave wave) {
        if (held) {
            return Reason.SET_ASIDE;
        }
        return wave.takes(completed) ? Reason.ACCEPTED_LATE : Reason.NOT_COMPLETED;
    }
}
