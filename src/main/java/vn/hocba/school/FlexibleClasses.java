package vn.hocba.school;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.FlexibleClassSubjects;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolRules.Seat;

/** Which classes are flexible ones (lớp học linh hoạt: lớp tình thương, lớp phổ cập), and what these need not assess. */
@Repository
@Transactional(readOnly = true)
public class FlexibleClasses {

    private final JdbcClient jdbc;
    private final SchoolRules rules;
    private final FlexibleClassSubjects subjects;

    FlexibleClasses(JdbcClient jdbc, SchoolRules rules, FlexibleClassSubjects subjects) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.subjects = subjects;
    }

    /**
     * What the classes of a school year may leave out.
     *
     * @param flexible ids of the flexible ones
     * @param demanded whether a flexible class has to assess the subject with this code
     */
    public record LeftOut(Set<String> flexible, Predicate<String> demanded) {

        /** Whether a class may leave a subject out although its grade has it: it is in no record then, unless somebody was assigned to teach it. */
        public boolean has(ClassInfo info, String subjectCode) {
            return flexible.contains(info.id()) && !demanded.test(subjectCode);
        }
    }

    /** Of a school; one read for all its classes. */
    public LeftOut of(String schoolId, int schoolYear) {
        Seat seat = rules.seat(schoolId);
        Set<String> flexible = Set.copyOf(
                jdbc.sql("select id from school_class where school_id = ? and school_year = ? and flexible = true")
                        .params(schoolId, schoolYear)
                        .query(String.class)
                        .list());
        return new LeftOut(
                flexible, subject -> subjects.demand(subject, seat.level(), schoolYear, seat.provinceCode()));
    }
}
