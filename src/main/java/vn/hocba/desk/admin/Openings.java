package vn.hocba.desk.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.ReadModel;

/** Who has a year record of a school year, and who still lacks one. */
@Repository
@ReadModel(of = {"school", "record"})
class Openings {

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids of the pupils who are studying, have no record of the year at the school and did not bring one along, in the order of the classes. */
    List<String> pupilsWithout(String schoolId, int schoolYear) {
        return jdbc.sql("select e.pupil_id from enrolment e join school_class c on c.id = e.class_id"
                        + " left join year_record r on r.pupil_id = e.pupil_id and r.school_year = e.school_year and r.school_id = e.school_id"
                        + " and r.state <> 'RETRACTED' and not exists (select 1 from record_followed f where f.year_record_id = r.id)"
                        + " where e.school_id = ? and e.school_year = ? and e.status = 'STUDYING' and r.id is null"
                        + " and not exists (select 1 from record_holder h join year_record t on t.id = h.year_record_id"
                        + " where t.pupil_id = e.pupil_id and t.school_year = e.school_year and h.school_id = e.school_id and h.until is null)"
                        + " order by c.grade, c.name, e.ordinal")
                .params(schoolId, schoolYear)
                .query(String.class)
                .list();
    }

    /** How many pupils who are studying in each class have their year record already, here or brought along from another school, by class id. */
    Map<String, Integer> byClass(String schoolId, int schoolYear) {
        return jdbc
                .sql("select e.class_id, count(*) as records from enrolment e"
                        + " where e.school_id = ? and e.school_year = ? and e.status = 'STUDYING'"
                        + " and (exists (select 1 from year_record r where r.pupil_id = e.pupil_id and r.school_year = e.school_year"
                        + " and r.school_id = e.school_id and r.state <> 'RETRACTED'"
                        + " and not exists (select 1 from record_followed f where f.year_record_id = r.id))"
                        + " or exists (select 1 from year_record t join record_holder h on h.year_record_id = t.id"
                        + " where t.pupil_id = e.pupil_id and t.school_year = e.school_year and t.school_id <> e.school_id"
                        + " and h.school_id = e.school_id and h.until is null)) group by e.class_id")
                .params(schoolId, schoolYear)
                .query((row, n) -> Map.entry(row.getString("class_id"), row.getInt("records")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What the record of the year before says.
     *
     * @param promoted what the principal decided about a pupil who has not completed the programme, signed already or not; null where that follows or is not decided
     */
    record YearBefore(int grade, boolean programmeCompleted, Boolean promoted) {}

    /** Of a pupil, in the latest year before this that has a result; empty where there is none. */
    Optional<YearBefore> before(String pupilId, int schoolYear) {
        return jdbc.sql(
                        "select grade, programme_completed, coalesce(promotion_decided, promoted) as promoted from year_record where pupil_id = ? and school_year < ?"
                                + " and programme_completed is not null and state not in ('RETRACTED', 'LEFT')"
                                + " order by school_year desc, state_since desc limit 1")
                .params(pupilId, schoolYear)
                .query(YearBefore.class)
                .optional();
    }
}
