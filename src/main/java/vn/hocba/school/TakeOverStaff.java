package vn.hocba.school;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;

/**
 * Who worked at a school that was merged into another, or teaches classes that were handed on, works at the other one once somebody there or above has said so. The
 * person keeps certificate, user name and password, and the duties that came along; offices are given anew.
 */
@Service
public class TakeOverStaff {

    private static final String WAITING =
            " from staff s join org_unit u on u.id = s.school_id where s.working = true and s.school_id <> :school"
                    + " and (u.path like :below and u.valid_to is not null or exists (select 1 from duty_term d where d.staff_id = s.id"
                    + " and d.school_id = :school and d.held_from is not null and d.held_until is null))";

    private final Access access;
    private final SchoolDirectory directory;
    private final StaffRepository staff;
    private final StaffAccounts accounts;
    private final DutyTerms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    TakeOverStaff(
            Access access,
            SchoolDirectory directory,
            StaffRepository staff,
            StaffAccounts accounts,
            DutyTerms terms,
            AuditLog audit,
            JdbcClient jdbc) {
        this.access = access;
        this.directory = directory;
        this.staff = staff;
        this.accounts = accounts;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Somebody who waits; school is the name of the one of before. */
    public record Waiting(String staffId, String name, String title, String school) {}

    /**
     * Who waits to be confirmed, by school and name.
     *
     * @throws Refused unless the current user gives roles at the school
     */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(String schoolId) {
        Unit school = demand(schoolId);
        return jdbc.sql("select s.id as staffId, s.full_name as name, s.title as title, u.name as school" + WAITING
                        + " order by u.name, s.full_name")
                .param("school", schoolId)
                .param("below", school.path() + "%")
                .query(Waiting.class)
                .list();
    }

    /**
     * The person works at the school from now on.
     *
     * @throws Refused unless the current user gives roles at the school; when the person does not wait, or the school has somebody with this code
     */
    @Transactional
    public void confirm(String schoolId, StaffId staffId) {
        StaffMember person = find(schoolId, staffId.value());
        boolean known = directory.staffOf(schoolId).stream()
                .anyMatch(other -> other.moetCode().equals(person.moetCode));
        if (known) {
            throw Refused.notNow("school.take-over.code-known", person.fullName, person.moetCode);
        }
        person.schoolId = schoolId;
        staff.saveAndFlush(person);
        accounts.renew(schoolId, person.id());
        audit.append(schoolId, "school.staff-taken-over", person.moetCode);
    }

    /**
     * The person does not come: the duties that came along are nobody's until they are given to somebody.
     *
     * @throws Refused unless the current user gives roles at the school; when the person does not wait
     */
    @Transactional
    public void decline(String schoolId, StaffId staffId) {
        StaffMember person = find(schoolId, staffId.value());
        jdbc.sql(
                        "delete from teaching_assignment where staff_id = ? and class_id in (select id from school_class where school_id = ?)")
                .params(person.id(), schoolId)
                .update();
        jdbc.sql(
                        "update school_class set homeroom_staff_id = null, row_version = row_version + 1 where school_id = ? and homeroom_staff_id = ?")
                .params(schoolId, person.id())
                .update();
        if (!directory.acting(person.schoolId).equals(person.schoolId)) {
            person.working = false;
            staff.saveAndFlush(person);
        }
        terms.keep(schoolId);
        audit.append(schoolId, "school.staff-declined", person.moetCode);
    }

    private StaffMember find(String schoolId, String staffId) {
        Unit school = demand(schoolId);
        boolean waits = jdbc.sql("select count(*)" + WAITING + " and s.id = :staff")
                        .param("school", schoolId)
                        .param("below", school.path() + "%")
                        .param("staff", staffId)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!waits) {
            throw Refused.notNow("school.take-over.not-waiting");
        }
        return staff.findById(staffId).orElseThrow();
    }

    private Unit demand(String schoolId) {
        Unit school = directory.unit(schoolId);
        access.over(school.path(), Right.GIVE_ROLES);
        return school;
    }
}
