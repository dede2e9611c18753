package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/** «Sổ đăng bộ» of a class: the office enters under which number and since when each pupil is at the school. What is signed stays as it was signed. */
@Service
public class KeepRegister {

    private final SchoolDirectory directory;
    private final EnrolmentRepository enrolments;
    private final JdbcClient jdbc;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    KeepRegister(
            SchoolDirectory directory,
            EnrolmentRepository enrolments,
            JdbcClient jdbc,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.directory = directory;
        this.enrolments = enrolments;
        this.jdbc = jdbc;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A pupil of a class; number and day are null where nobody has said them. */
    public record Line(String enrolmentId, String name, LocalDate birthDate, String registerNo, LocalDate enteredOn) {}

    /** The classes of the latest year of the current user's school, by grade and name. */
    @Transactional(readOnly = true)
    public List<ClassInfo> classes() {
        String schoolId = access.holding(Right.KEEP_REGISTER).unitId();
        return directory.schoolYears(schoolId).stream()
                .findFirst()
                .map(year -> directory.classes(schoolId, year))
                .orElse(List.of());
    }

    /**
     * Who studies in a class, in the order of its list.
     *
     * @throws Refused when it is no class of the current user's school
     */
    @Transactional(readOnly = true)
    public List<Line> of(String classId) {
        demand(classId);
        return jdbc.sql("select e.id as enrolmentId, p.full_name as name, p.birth_date as birthDate,"
                        + " e.register_no as registerNo, e.entered_on as enteredOn"
                        + " from enrolment e join pupil p on p.id = e.pupil_id"
                        + " where e.class_id = ? and e.status = 'STUDYING' order by e.ordinal")
                .param(classId)
                .query(Line.class)
                .list();
    }

    /**
     * Keeps what was changed.
     *
     * @param lines of {@link #of}, with what they are to say; an empty number or day takes what was there away
     * @return how many were changed
     * @throws Refused when it is no class of the current user's school, or a number or a day cannot be
     */
    @Transactional
    public int keep(String classId, List<Line> lines) {
        demand(classId);
        Map<String, Line> wanted = lines.stream().collect(Collectors.toMap(Line::enrolmentId, Function.identity()));
        int changed = 0;
        for (Enrolment enrolment : enrolments.findAllById(wanted.keySet())) {
            Line line = wanted.get(enrolment.id());
            if (!enrolment.classId.equals(classId)) {
                throw Refused.notNow("school.register.moved", line.name());
            }
            String number = number(line);
            LocalDate day = day(line);
            if (!Objects.equals(enrolment.registerNo, number) || !Objects.equals(enrolment.enteredOn, day)) {
                enrolment.registerNo = number;
                enrolment.enteredOn = day;
                changed++;
            }
        }
        if (changed > 0) {
            audit.append(classId, "class.register-entered", Integer.toString(changed));
        }
        return changed;
    }

    private static String number(Line line) {
        String number = line.registerNo() == null ? "" : FreeWords.line(line.registerNo());
        if (number.length() > EntryColumns.LONGEST_NUMBER) {
            throw Refused.invalid("school.register.long", line.name(), EntryColumns.LONGEST_NUMBER);
        }
        return number.isEmpty() ? null : number;
    }

    private LocalDate day(Line line) {
        if (line.enteredOn() != null && line.enteredOn().isAfter(LocalDate.now(clock))) {
            throw Refused.invalid("school.register.future-day", line.name());
        }
        return line.enteredOn();
    }

    private void demand(String classId) {
        access.at(directory.classById(classId).schoolId(), Right.KEEP_REGISTER);
    }
}
