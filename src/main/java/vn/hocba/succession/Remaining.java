package vn.hocba.succession;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.UnitChange;
import vn.hocba.school.UnitChange.Kind;
import vn.hocba.shared.ReadModel;

/** What has not gone to the other school yet: what has is not found any more, so that whoever stops in between goes on where it was. */
@Repository
@Transactional(readOnly = true)
@ReadModel(of = {"school", "record"})
class Remaining {

    private static final String OF_CLASSES = " and class_id in (:classes)";

    private final JdbcClient jdbc;

    Remaining(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pupil in a class, without a record of the year. */
    record Unopened(String pupilId, String classId) {}

    /** Ids of the records that are not final. */
    List<String> records(UnitChange change, int most) {
        return bind(
                        "select id from year_record where school_id = :school and state not in ('FROZEN', 'RETRACTED', 'LEFT')",
                        " order by case when state = 'SUBMITTED' then 1 else 0 end, state_since, id limit " + most,
                        change)
                .query(String.class)
                .list();
    }

    /** Pupils of the latest year of the school who are studying there and have no record of that year, or only one that is closed. */
    List<Unopened> unopened(UnitChange change, int most) {
        return bind(
                        "select pupil_id as pupilId, class_id as classId from enrolment e where school_id = :school and status = 'STUDYING'"
                                + " and school_year = (select max(c.school_year) from school_class c where c.school_id = :school)"
                                + " and not exists (select 1 from year_record r where r.pupil_id = e.pupil_id and r.school_year = e.school_year"
                                + " and r.school_id = :school and r.state <> 'LEFT')",
                        " order by pupil_id limit " + most,
                        change)
                .query(Unopened.class)
                .list();
    }

    /** Ids of records that the school that is not there any more still manages, one for each pupil's school record; none where it was split. */
    List<String> managed(UnitChange change, int most) {
        return change.kind() != Kind.MERGE
                ? List.of()
                : jdbc.sql(
                                "select min(r.id) from year_record r left join record_holder h on h.year_record_id = r.id and h.until is null"
                                        + " where r.school_id = :school and h.id is null or h.school_id = :school"
                                        + " group by r.school_record_id order by 1 limit " + most)
                        .param("school", change.unitId())
                        .query(String.class)
                        .list();
    }

    private JdbcClient.StatementSpec bind(String select, String order, UnitChange change) {
        boolean some = change.kind() == Kind.SPLIT;
        JdbcClient.StatementSpec statement =
                jdbc.sql(select + (some ? OF_CLASSES : "") + order).param("school", change.unitId());
        return some ? statement.param("classes", change.classIds()) : statement;
    }
}
