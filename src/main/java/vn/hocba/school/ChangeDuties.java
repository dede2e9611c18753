package vn.hocba.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Part;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.StaffInfo;
import vn.hocba.shared.FreeWords;
import vn.hocba.shared.Refused;

/**
 * Gives duties to somebody else, for good or for a time: one subject, a class, or all that a person has. What is open goes along, what was finished or signed
 * stays with who did it.
 */
@Service
public class ChangeDuties {

    /** A reason shorter than this tells nobody why. */
    public static final int SHORTEST_REASON = 5;

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NUMBER = 100;

    private final Access access;
    private final SchoolDirectory directory;
    private final OrgUnitRepository units;
    private final SchoolRules rules;
    private final DutyTerms terms;
    private final DutyTermRepository repository;
    private final StaffAccounts accounts;
    private final AuditLog audit;

    ChangeDuties(
            Access access,
            SchoolDirectory directory,
            OrgUnitRepository units,
            SchoolRules rules,
            DutyTerms terms,
            DutyTermRepository repository,
            StaffAccounts accounts,
            AuditLog audit) {
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.rules = rules;
        this.terms = terms;
        this.repository = repository;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * A duty.
     *
     * @param part a subject's code, or {@link Part#CLASS} for leading the class
     */
    public record Duty(String classId, String part) {}

    /**
     * What is ordered.
     *
     * @param staffId who takes over; works at the school
     * @param from the first day; one that has passed takes effect at once
     * @param until the last day of who stands in; null: for good
     * @param reason at least {@value #SHORTEST_REASON} characters
     * @param decisionNo of the decision, as «12/QĐ-THRĐ»; may be empty
     */
    public record Order(String staffId, LocalDate from, LocalDate until, String reason, String decisionNo) {}

    /**
     * Gives duties to somebody.
     *
     * @return how many changed hands or will
     * @throws Refused when the user is neither admin nor principal of the school, or the order does not fit; then nothing is changed
     */
    @Transactional
    public int give(List<Duty> duties, Order order) {
        if (duties.isEmpty()) {
            throw Refused.invalid("school.duties.none");
        }
        CurrentUser user = demandAllowed(classOf(duties.get(0)).schoolId());
        String schoolId = user.unitId();
        units.lock(schoolId);
        StaffInfo person = demandPerson(schoolId, order.staffId());
        String reason = demandReason(order);
        demandDates(order);
        List<DutyTerm> ordered = new ArrayList<>();
        for (Duty duty : terms.withRooms(duties)) {
            ClassInfo info = classOf(duty);
            access.at(info.schoolId(), Right.CHANGE_DUTIES);
            demandTaught(info, duty.part());
            Optional<DutyTerm> before = terms.holding(info.id(), duty.part());
            if (before.isPresent() && before.get().staffId.equals(person.id())) {
                continue;
            }
            DutyTerm term = new DutyTerm();
            term.schoolId = schoolId;
            term.classId = info.id();
            term.part = duty.part();
            term.staffId = person.id();
            term.startsOn = order.from();
            term.endsOn = order.until();
            term.standsInFor = order.until() == null ? null : regular(before);
            term.reason = reason;
            term.decisionNo = order.decisionNo() == null || order.decisionNo().isBlank() ? null : number(order);
            term.orderedBy = user.displayName();
            ordered.add(term);
        }
        if (ordered.isEmpty()) {
            throw Refused.invalid("school.duties.has-them", person.fullName());
        }
        for (DutyTerm term : ordered) {
            if (order.from().isAfter(terms.today())) {
                term.dueOn = order.from();
                repository.save(term);
            } else {
                terms.takeEffect(term);
            }
        }
        accounts.letTeach(schoolId, person.id());
        audit.append(schoolId, "school.duties-given", "%s: %d".formatted(person.moetCode(), ordered.size()));
        return ordered.size();
    }

    /**
     * Takes back an order that has not begun.
     *
     * @throws Refused when it has, or the user may not
     */
    @Transactional
    public void cancel(String termId) {
        DutyTerm term = repository.findById(termId).orElseThrow(() -> Refused.notFound("school.duties.no-order"));
        demandAllowed(term.schoolId);
        units.lock(term.schoolId);
        if (term.heldFrom != null) {
            throw Refused.notNow("school.duties.begun");
        }
        repository.delete(term);
        audit.append(term.schoolId, "school.duties-cancelled", term.part);
    }

    private CurrentUser demandAllowed(String schoolId) {
        return access.at(schoolId, Right.CHANGE_DUTIES);
    }

    private ClassInfo classOf(Duty duty) {
        try {
            return directory.classById(duty.classId());
        } catch (EmptyResultDataAccessException none) {
            throw Refused.notFound("school.duties.no-class");
        }
    }

    private StaffInfo demandPerson(String schoolId, String staffId) {
        return directory.staffOf(schoolId).stream()
                .filter(person -> person.id().equals(staffId) && person.working())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("school.duties.no-person"));
    }

    private static String demandReason(Order order) {
        String reason = FreeWords.line(order.reason());
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refused.invalid("school.duties.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return reason;
    }

    private static String number(Order order) {
        String number = FreeWords.line(order.decisionNo());
        if (number.length() > LONGEST_NUMBER) {
            throw Refused.invalid("school.duties.number", LONGEST_NUMBER);
        }
        return number;
    }

    private void demandDates(Order order) {
        if (order.from() == null) {
            throw Refused.invalid("school.duties.from");
        }
        if (order.until() != null
                && (order.until().isBefore(order.from()) || order.until().isBefore(terms.today()))) {
            throw Refused.invalid("school.duties.until");
        }
    }

    private void demandTaught(ClassInfo info, String part) {
        boolean taught = rules.regulation(info.schoolId(), info.schoolYear()).parts(info.grade()).stream()
                .map(Part::code)
                .anyMatch(part::equals);
        if (!taught) {
            throw Refused.invalid("school.duties.not-taught", info.name());
        }
    }

    /** Whoever has the duty for good: a second one who stands in does not stand in for the first. */
    private static String regular(Optional<DutyTerm> before) {
        return before.map(term -> term.standsInFor == null ? term.staffId : term.standsInFor)
                .orElseThrow(() -> Refused.invalid("school.duties.nobody-to-return-to"));
    }
}
