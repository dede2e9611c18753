package vn.hocba.school;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;

/** A time during which somebody taught a subject in a class, or led it, or is to do so. */
@Entity
class DutyTerm extends BaseEntity {

    String schoolId;
    String classId;
    String part;
    String staffId;

    /** As it was ordered; null where nobody knows any more. */
    LocalDate startsOn;

    /** The last day of somebody who stands in; null: for good. */
    LocalDate endsOn;

    /** Who gets the duty back after that day; null: for good. */
    String standsInFor;

    /** Since when the work was theirs; null: not yet. */
    Instant heldFrom;

    /** Until when; null: still. */
    Instant heldUntil;

    /** When it begins or goes back by itself; null: neither. */
    LocalDate dueOn;

    String reason;
    String decisionNo;
    String orderedBy;

    Duties.Term plain() {
        return new Duties.Term(
                id(),
                classId,
                part,
                staffId,
                startsOn,
                endsOn,
                standsInFor,
                heldFrom,
                heldUntil,
                reason,
                decisionNo,
                orderedBy);
    }
}
