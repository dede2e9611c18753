package vn.hocba.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.Refused;

/** To whom a record of a class may be returned, by name. */
@Service
@ReadModel(of = "record")
public class ReturnTargets {

    private final OwnClasses classes;
    private final Access access;
    private final SchoolDirectory directory;
    private final Curriculum curriculum;
    private final JdbcClient jdbc;

    ReturnTargets(
            OwnClasses classes, Access access, SchoolDirectory directory, Curriculum curriculum, JdbcClient jdbc) {
        this.classes = classes;
        this.access = access;
        this.directory = directory;
        this.curriculum = curriculum;
        this.jdbc = jdbc;
    }

    /** A subject of the class; teacherName is null where nobody is assigned. */
    public record Taught(String subjectCode, String subjectName, String teacherName) {}

    /**
     * The people of a class.
     *
     * @param homeroomTeacher null where nobody is assigned
     * @param subjects in the order of the printed form
     */
    public record Targets(String className, String homeroomTeacher, List<Taught> subjects) {}

    /** @throws Refused unless the current user may return a record of the class: the office of its school, and its homeroom teacher */
    @Transactional(readOnly = true)
    public Targets of(String classId) {
        ClassInfo info = classes.demand(classId, Right.RETURN_RECORDS);
        demandMayReturn(info);
        Map<String, String> staff = directory.staffOf(info.schoolId()).stream()
                .collect(Collectors.toMap(SchoolDirectory.StaffInfo::id, SchoolDirectory.StaffInfo::fullName));
        List<Taught> subjects = jdbc.sql(
                        "select s.code, max(s.staff_id) as staff_id from year_record r join record_part s on s.year_record_id = r.id"
                                + " where r.class_id = ? and s.kind = 'SUBJECT' group by s.code order by min(s.ordinal)")
                .param(classId)
                .query((row, n) -> new Taught(
                        row.getString("code"),
                        curriculum.subject(row.getString("code")).name(),
                        row.getString("staff_id") == null ? null : staff.get(row.getString("staff_id"))))
                .list();
        String homeroom = info.homeroomStaffId() == null ? null : staff.get(info.homeroomStaffId());
        return new Targets(info.name(), homeroom, subjects);
    }

    private void demandMayReturn(ClassInfo info) {
        CurrentUser user = access.at(info.schoolId(), Right.RETURN_RECORDS);
        boolean office = Right.SIGN_FOR_SCHOOL.isOf(user) || Right.SEAL.isOf(user);
        boolean homeroom = info.isLedBy(user.staffId());
        if (!office && !homeroom) {
            throw Refused.notAllowed("record.not-your-class");
        }
    }
}
