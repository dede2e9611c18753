package vn.hocba.school;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.school.SchoolDirectory.ClassInfo;

/**
 * Which classes are taught in one room as a combined class (lớp ghép). Each keeps its grade, its name and its list, so that records, packets and results know of
 * no combined class; what is one is the work of those who teach there.
 */
@Repository
@Transactional(readOnly = true)
public class CombinedClasses {

    private static final String CLASS =
            "select k.id, k.school_id as schoolId, k.school_year as schoolYear, k.name, k.grade, k.homeroom_staff_id as homeroomStaffId"
                    + " from school_class k ";

    private final JdbcClient jdbc;

    CombinedClasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A combined class.
     *
     * @param name as the school calls it, such as «1+2»
     * @param classes at least two, by grade and name
     */
    public record Room(String name, List<ClassInfo> classes) {}

    /** The classes that are taught with a class, itself among them, by grade and name; only itself where it is taught alone, none where there is no such class. */
    public List<ClassInfo> with(String classId) {
        return jdbc.sql(CLASS
                        + "join school_class own on own.school_id = k.school_id and own.school_year = k.school_year"
                        + " and (k.id = own.id or k.room = own.room) where own.id = ? order by k.grade, k.name")
                .param(classId)
                .query(ClassInfo.class)
                .list();
    }

    /** The combined classes of a school year, by name. */
    public List<Room> of(String schoolId, int schoolYear) {
        return jdbc
                .sql("select room from school_class where school_id = ? and school_year = ? and room is not null"
                        + " group by room having count(*) > 1 order by room")
                .params(schoolId, schoolYear)
                .query(String.class)
                .list()
                .stream()
                .map(room -> new Room(
                        room,
                        jdbc.sql(
                                        CLASS
                                                + "where k.school_id = ? and k.school_year = ? and k.room = ? order by k.grade, k.name")
                                .params(schoolId, schoolYear, room)
                                .query(ClassInfo.class)
                                .list()))
                .toList();
    }
}
