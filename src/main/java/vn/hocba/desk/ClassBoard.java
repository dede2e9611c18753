package vn.hocba.desk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.shared.ReadModel;

/** The classes of the current user's school with the number of records before, at and after the principal and the clerk: one query. */
@Service
@ReadModel(of = {"school", "record"})
public class ClassBoard {

    private final Access access;
    private final JdbcClient jdbc;

    ClassBoard(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * A class.
     *
     * @param className with the place of the school where it is taught, if there are several: «1A · Nà Sản»
     * @param teachers records that are still with the teachers
     * @param principal records that wait for the principal
     * @param seal records that wait for the school's seal
     * @param released sealed records that were not sent yet
     * @param sent records that the province has, answered or not
     */
    public record ClassLine(
            String classId,
            String className,
            int grade,
            int schoolYear,
            int teachers,
            int principal,
            int seal,
            int released,
            int sent) {

        public int total() {
            return teachers + principal + seal + released + sent;
        }
    }

    /** The classes of the latest school year that was opened, by grade and name. */
    @Transactional(readOnly = true)
    public List<ClassLine> ofOwnSchool() {
        CurrentUser user = access.holding(Right.SEE_CLASSES);
        return jdbc.sql(
                        "select c.id as class_id, case when c.site is null then c.name else concat(c.name, ' · ', c.site) end as class_name, c.grade, c.school_year,"
                                + " sum(case when r.state in ('COMMENTING', 'HOMEROOM') then 1 else 0 end) as teachers,"
                                + " sum(case when r.state = 'PRINCIPAL' then 1 else 0 end) as principal,"
                                + " sum(case when r.state = 'SEALING' then 1 else 0 end) as seal,"
                                + " sum(case when r.state = 'RELEASED' then 1 else 0 end) as released,"
                                + " sum(case when r.state in ('SUBMITTED', 'ACCEPTED', 'FROZEN', 'RETRACTED') then 1 else 0 end) as sent"
                                + " from school_class c join year_record r on r.class_id = c.id where c.school_id = :school and c.school_year ="
                                + " (select max(y.school_year) from year_record y where y.school_id = :school)"
                                + " group by c.id, c.name, c.site, c.grade, c.school_year order by c.grade, c.name")
                .param("school", user.unitId())
                .query(ClassLine.class)
                .list();
    }
}
