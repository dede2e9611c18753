package vn.hocba.school;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.ChangeDuties.Duty;
import vn.hocba.shared.Texts;

/** Keeps the history of duties beside who has them now, and says to the work that it has to follow. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DutyTerms {

    private final DutyTermRepository terms;
    private final SchoolClassRepository classes;
    private final TeachingAssignmentRepository assignments;
    private final Duties duties;
    private final Session session;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyTerms(
            DutyTermRepository terms,
            SchoolClassRepository classes,
            TeachingAssignmentRepository assignments,
            Duties duties,
            Session session,
            ApplicationEventPublisher events,
            Clock clock) {
        this.terms = terms;
        this.classes = classes;
        this.assignments = assignments;
        this.duties = duties;
        this.session = session;
        this.events = events;
        this.clock = clock;
    }

    /** Brings the terms of a school in step with who has the duties by what was imported, which is written already; who left has none any more. */
    void keep(String schoolId) {
        Map<String, DutyTerm> holding = new HashMap<>();
        terms.holding(schoolId).forEach(term -> holding.put(key(term.classId, term.part), term));
        duties.holdersOfSchool(schoolId)
                .forEach((classId, parts) -> parts.forEach((part, staffId) -> {
                    DutyTerm known = holding.remove(key(classId, part));
                    if (known != null && known.staffId.equals(staffId)) {
                        return;
                    }
                    DutyTerm term = imported(schoolId, classId, part, staffId);
                    if (known != null) {
                        end(known);
                        term.reason = Texts.vi("school.duties.by-import");
                        term.orderedBy =
                                session.find().map(CurrentUser::displayName).orElse(null);
                    }
                    begin(term);
                }));
        holding.values().forEach(this::end);
        events.publishEvent(new DutiesChanged(schoolId));
    }

    private DutyTerm imported(String schoolId, String classId, String part, String staffId) {
        DutyTerm term = new DutyTerm();
        term.schoolId = schoolId;
        term.classId = classId;
        term.part = part;
        term.staffId = staffId;
        term.startsOn = today();
        return term;
    }

    /** Somebody begins a duty by an order: who had it before has it no longer. */
    void takeEffect(DutyTerm term) {
        terms.holding(term.classId, term.part).ifPresent(this::end);
        if (term.part.equals(Part.CLASS)) {
            classes.findById(term.classId).orElseThrow().homeroomStaffId = term.staffId;
        } else {
            TeachingAssignment assignment = assignments
                    .findByClassIdAndSubjectCode(term.classId, term.part)
                    .orElseGet(TeachingAssignment::new);
            assignment.classId = term.classId;
            assignment.subjectCode = term.part;
            assignment.staffId = term.staffId;
            assignments.save(assignment);
        }
        begin(term);
        events.publishEvent(new DutiesChanged(term.schoolId));
    }

    /** The time of who stands in is over: the duty goes back. */
    void giveBack(DutyTerm over) {
        DutyTerm back = new DutyTerm();
        back.schoolId = over.schoolId;
        back.classId = over.classId;
        back.part = over.part;
        back.staffId = over.standsInFor;
        back.startsOn = over.endsOn.plusDays(1);
        back.reason = Texts.vi("school.duties.given-back");
        back.decisionNo = over.decisionNo;
        back.orderedBy = over.orderedBy;
        takeEffect(back);
    }

    /** Whoever leads a class leads those too that are taught with it as a combined class. */
    List<Duty> withRooms(List<Duty> given) {
        Set<Duty> all = new LinkedHashSet<>(given);
        for (Duty duty : given) {
            if (duty.part().equals(Part.CLASS)) {
                classes.findById(duty.classId())
                        .filter(one -> one.room != null)
                        .map(one -> classes.findBySchoolIdAndSchoolYearAndRoom(one.schoolId, one.schoolYear, one.room))
                        .orElse(List.of())
                        .forEach(one -> all.add(new Duty(one.id(), Part.CLASS)));
            }
        }
        return List.copyOf(all);
    }

    /** Who has a duty in a class now; empty where nobody has, or only somebody who has left. */
    Optional<DutyTerm> holding(String classId, String part) {
        return terms.holding(classId, part);
    }

    /** Signatures name their time to the second: who begins and signs at once has begun before. */
    private void begin(DutyTerm term) {
        term.heldFrom = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        term.dueOn = term.endsOn == null ? null : term.endsOn.plusDays(1);
        terms.saveAndFlush(term);
    }

    private void end(DutyTerm term) {
        term.heldUntil = clock.instant();
        term.dueOn = null;
        terms.saveAndFlush(term);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static String key(String classId, String part) {
        return classId + " " + part;
    }
}
