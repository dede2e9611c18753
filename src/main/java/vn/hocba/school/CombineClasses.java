package vn.hocba.school;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** Puts classes of different grades together in one room under one homeroom teacher (lớp ghép), and parts them again. */
@Service
public class CombineClasses {

    /** As long as the name of a class may be. */
    public static final int LONGEST_NAME = 50;

    private final Access access;
    private final SchoolClassRepository classes;
    private final OrgUnitRepository units;
    private final AuditLog audit;

    CombineClasses(Access access, SchoolClassRepository classes, OrgUnitRepository units, AuditLog audit) {
        this.access = access;
        this.classes = classes;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Puts classes together.
     *
     * @param name as the school calls the combined class, such as «1+2»
     * @throws Refused when the user may not give duties at the school, or these classes cannot be one room; then nothing is changed
     */
    @Transactional
    public void combine(String schoolId, Set<String> classIds, String name) {
        access.at(schoolId, Right.CHANGE_DUTIES);
        units.lock(schoolId);
        String called = FreeWords.line(name);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw Refused.invalid("school.rooms.name", LONGEST_NAME);
        }
        List<SchoolClass> chosen = classes.findAllById(classIds).stream()
                .filter(one -> one.schoolId.equals(schoolId))
                .toList();
        if (chosen.size() < 2
                || chosen.stream().map(one -> one.schoolYear).distinct().count() > 1) {
            throw Refused.invalid("school.rooms.too-few");
        }
        demandApart(chosen, called);
        chosen.forEach(one -> one.room = called);
        audit.append(schoolId, "school.classes-combined", called + ": " + names(chosen));
    }

    private void demandApart(List<SchoolClass> chosen, String called) {
        Set<Integer> grades = new HashSet<>();
        for (SchoolClass one : chosen) {
            if (!grades.add(one.grade)) {
                throw Refused.invalid("school.rooms.same-grade", one.grade);
            }
            if (one.room != null) {
                throw Refused.invalid("school.rooms.is-in", one.name, one.room);
            }
            if (!Objects.equals(one.homeroomStaffId, chosen.get(0).homeroomStaffId)) {
                throw Refused.invalid("school.rooms.homeroom", names(chosen));
            }
        }
        SchoolClass first = chosen.get(0);
        if (!classes.findBySchoolIdAndSchoolYearAndRoom(first.schoolId, first.schoolYear, called)
                .isEmpty()) {
            throw Refused.invalid("school.rooms.taken", called);
        }
    }

    /**
     * Each class is taught alone again.
     *
     * @throws Refused when the user may not give duties at the school
     */
    @Transactional
    public void part(String schoolId, int schoolYear, String name) {
        access.at(schoolId, Right.CHANGE_DUTIES);
        units.lock(schoolId);
        List<SchoolClass> together = classes.findBySchoolIdAndSchoolYearAndRoom(schoolId, schoolYear, name);
        together.forEach(one -> one.room = null);
        audit.append(schoolId, "school.classes-parted", name + ": " + names(together));
    }

    private static String names(List<SchoolClass> classes) {
        return classes.stream().map(one -> one.name).sorted().collect(Collectors.joining(", "));
    }
}
