package vn.hocba.pupils;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.EnrolmentStatus;
import vn.hocba.shared.ReadModel;

/**
 * Open records that do not follow what the list of the school says of their pupils: in another class, of somebody who has gone, or closed while the pupil
 * studies. What was issued is not among them: it stays as it was issued.
 */
@Repository
@ReadModel(of = {"school", "record"})
class BesideList {

    private static final String SELECT =
            """
            select r.id, p.full_name as name, k.name as class_name, s.class_id as studies_in, t.name as studies_in_name,
            (select max(e.status) from enrolment e where e.pupil_id = r.pupil_id and e.school_id = r.school_id
            and e.school_year = r.school_year and e.status <> 'STUDYING') as gone
            from year_record r join pupil p on p.id = r.pupil_id join school_class k on k.id = r.class_id
            left join enrolment s on s.pupil_id = r.pupil_id and s.school_id = r.school_id and s.school_year = r.school_year
            and s.status = 'STUDYING'
            left join school_class t on t.id = s.class_id
            where not exists (select 1 from record_version v where v.year_record_id = r.id and v.state = 'IN_FORCE')
            and (s.id is not null and r.state = 'LEFT'
            or s.class_id <> r.class_id and r.state in ('COMMENTING', 'HOMEROOM', 'PRINCIPAL', 'SEALING', 'RELEASED')
            or s.id is null and r.state in ('COMMENTING', 'HOMEROOM')
            and exists (select 1 from enrolment g where g.pupil_id = r.pupil_id and g.school_id = r.school_id
            and g.school_year = r.school_year))
            """;

    private final JdbcClient jdbc;

    BesideList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record beside the list.
     *
     * @param className in which the record is
     * @param studiesIn id of the class in which the pupil studies; null where the pupil has gone
     * @param studiesInName its name; null where the pupil has gone
     * @param gone what the list says of a pupil who does not study; null where it says nothing else
     */
    record Beside(
            String id, String name, String className, String studiesIn, String studiesInName, EnrolmentStatus gone) {}

    /** Those of a school and year, in the order of the classes. */
    @Transactional(readOnly = true)
    public List<Beside> of(String schoolId, int schoolYear) {
        return jdbc.sql(SELECT + " and r.school_id = ? and r.school_year = ? order by k.grade, k.name, r.ordinal")
                .params(schoolId, schoolYear)
                .query(Beside.class)
                .list();
    }

    /** How this record stands beside the list; empty where it follows it. */
    @Transactional(readOnly = true)
    public Optional<Beside> of(String recordId) {
        return jdbc.sql(SELECT + " and r.id = ?")
                .param(recordId)
                .query(Beside.class)
                .optional();
    }
}
