package vn.hocba.school;

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

    /** Whether a class may leave a subject out although its grade has it: it is in no record then, unless somebody was assigned to teach it. */
    public boolean mayLeaveOut(ClassInfo info, String subjectCode) {
        Seat seat = rules.seat(info.schoolId());
        return !subjects.demand(subjectCode, seat.level(), info.schoolYear(), seat.provinceCode())
                && jdbc.sql("select flexible from school_class where id = ?")
                        .param(info.id())
                        .query(Boolean.class)
                        .single();
    }
}
