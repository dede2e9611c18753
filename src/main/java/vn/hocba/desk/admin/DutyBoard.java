package vn.hocba.desk.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.identity.Access;
import vn.hocba.identity.Right;
import vn.hocba.school.Duties;
import vn.hocba.school.Duties.Term;
import vn.hocba.school.FlexibleClasses;
import vn.hocba.school.FlexibleClasses.LeftOut;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Assignment;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.school.SchoolRules;
import vn.hocba.shared.VietnameseText;
import vn.hocba.workflow.OpenParts;

/** Who has which duty at a school, what waits for them, and what was ordered: what «Phân công» shows. */
@Service
@Transactional(readOnly = true)
public class DutyBoard {

    private final Access access;
    private final SchoolDirectory directory;
    private final SchoolRules rules;
    private final Duties duties;
    private final OpenParts open;
    private final Curriculum curriculum;
    private final FlexibleClasses flexible;

    DutyBoard(
            Access access,
            SchoolDirectory directory,
            SchoolRules rules,
            Duties duties,
            OpenParts open,
            Curriculum curriculum,
            FlexibleClasses flexible) {
        this.access = access;
        this.directory = directory;
        this.rules = rules;
        this.duties = duties;
        this.open = open;
        this.curriculum = curriculum;
        this.flexible = flexible;
    }

    /** How it stands with who has a duty. */
    public enum Holding {
        /** Works at the school. */
        FINE,
        /** Is away for a while. */
        AWAY,
        /** Has left; the work lies with the school's admin. */
        LEFT,
        /** Nobody was named. */
        NOBODY
    }

    /**
     * A duty in a class.
     *
     * @param part a subject's code, or {@link Part#CLASS} for leading the class
     * @param partName of a subject; null for leading the class
     * @param staffId who has it; null for nobody
     * @param open records that wait for it
     * @param until the last day of who stands in; null: for good
     * @param standsInFor the name of who gets it back; null: for good
     */
    public record Line(
            String classId,
            String className,
            String part,
            String partName,
            String staffId,
            String name,
            Holding holding,
            int open,
            LocalDate until,
            String standsInFor) {}

    /** Somebody who can be given a duty. */
    public record Colleague(String staffId, String name, String title) {}

    /**
     * A time of a duty, as it was ordered and as it was.
     *
     * @param partName of a subject; null for leading the class
     */
    public record Order(Term term, String className, String partName, String name) {}

    /**
     * The whole.
     *
     * @param lines by class, the homeroom first
     * @param colleagues by given name
     * @param planned orders that have not begun
     * @param past what was ordered or is over, the latest first
     */
    public record Board(List<Line> lines, List<Colleague> colleagues, List<Order> planned, List<Order> past) {}

    /** @throws vn.hocba.shared.Refused when the user is neither admin nor principal of the school */
    public Board of(String schoolId, int schoolYear) {
        access.at(schoolId, Right.CHANGE_DUTIES);
        List<StaffInfo> staff = directory.staffOf(schoolId);
        Names names = new Names(
                staff.stream().collect(Collectors.toMap(StaffInfo::id, Function.identity())),
                duties.away(schoolId),
                directory.schoolYears(schoolId).stream()
                        .flatMap(year -> directory.classes(schoolId, year).stream())
                        .collect(Collectors.toMap(ClassInfo::id, Function.identity())));
        List<Term> current = duties.current(schoolId);
        return new Board(
                lines(schoolId, schoolYear, names, current),
                staff.stream()
                        .filter(StaffInfo::working)
                        .map(person -> new Colleague(person.id(), person.fullName(), person.title()))
                        .sorted(Comparator.comparing(Colleague::name, VietnameseText.byGivenName()))
                        .toList(),
                current.stream()
                        .filter(term -> term.heldFrom() == null)
                        .sorted(Comparator.comparing(Term::startsOn))
                        .map(term -> order(term, names))
                        .toList(),
                duties.changes(schoolId).stream()
                        .map(term -> order(term, names))
                        .toList());
    }

    private record Names(Map<String, StaffInfo> staff, Set<String> away, Map<String, ClassInfo> classes) {

        Holding holding(String staffId) {
            if (staffId == null) {
                return Holding.NOBODY;
            }
            if (!staff.get(staffId).working()) {
                return Holding.LEFT;
            }
            return away.contains(staffId) ? Holding.AWAY : Holding.FINE;
        }

        String of(String staffId) {
            return staffId == null ? null : staff.get(staffId).fullName();
        }
    }

    private List<Line> lines(String schoolId, int schoolYear, Names names, List<Term> current) {
        Map<String, Term> terms = current.stream()
                .filter(term -> term.heldFrom() != null)
                .collect(Collectors.toMap(term -> key(term.classId(), term.part()), Function.identity()));
        Map<String, Integer> waiting = new HashMap<>();
        open.of(schoolId).forEach(one -> waiting.put(key(one.classId(), one.part()), one.records()));
        Map<String, List<Assignment>> assigned = directory.assignments(schoolId, schoolYear);
        Regulation regulation = rules.regulation(schoolId, schoolYear);
        LeftOut leftOut = flexible.of(schoolId, schoolYear);
        List<Line> lines = new ArrayList<>();
        for (ClassInfo info : directory.classes(schoolId, schoolYear)) {
            Map<String, String> holders = new HashMap<>();
            assigned.getOrDefault(info.id(), List.of())
                    .forEach(assignment -> holders.put(assignment.subjectCode(), assignment.staffId()));
            holders.put(Part.CLASS, info.homeroomStaffId());
            for (Part part : homeroomFirst(regulation.parts(info.grade()))) {
                String key = key(info.id(), part.code());
                String staffId = holders.get(part.code());
                int records = waiting.getOrDefault(key, 0);
                if (staffId == null && records == 0 && isLeftOut(regulation, leftOut, info, part)) {
                    continue;
                }
                Term term = terms.get(key);
                boolean standsIn = term != null && term.endsOn() != null;
                lines.add(new Line(
                        info.id(),
                        info.name(),
                        part.code(),
                        part.kind() == Part.Kind.CLASS ? null : part.name(),
                        staffId,
                        names.of(staffId),
                        names.holding(staffId),
                        records,
                        standsIn ? term.endsOn() : null,
                        standsIn ? names.of(term.standsInFor()) : null));
            }
        }
        return lines;
    }

    private static boolean isLeftOut(Regulation regulation, LeftOut leftOut, ClassInfo info, Part part) {
        return part.kind() == Part.Kind.SUBJECT
                && (regulation.isOptional(info.grade(), part) || leftOut.has(info, part.code()));
    }

    private static List<Part> homeroomFirst(List<Part> parts) {
        Set<Part> ordered = new LinkedHashSet<>();
        parts.stream().filter(part -> part.kind() == Part.Kind.CLASS).forEach(ordered::add);
        ordered.addAll(parts);
        return List.copyOf(ordered);
    }

    private Order order(Term term, Names names) {
        return new Order(
                term,
                names.classes().get(term.classId()).name(),
                term.part().equals(Part.CLASS)
                        ? null
                        : curriculum.subject(term.part()).name(),
                names.of(term.staffId()));
    }

    private static String key(String classId, String part) {
        return classId + " " + part;
    }
}
