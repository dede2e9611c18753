package vn.hocba.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.hocba.calendar.Milestone;
import vn.hocba.identity.Role;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.BaseEntity;

/** What waits for a person: one part of one step of one record. */
@Entity
class WorkItem extends BaseEntity {

    /** The part of a step that has only one. */
    static final String WHOLE = "-";

    enum State {
        OPEN,
        DONE,
        GONE
    }

    String taskId;
    String yearRecordId;
    String schoolId;
    String classId;
    int schoolYear;

    @Enumerated(EnumType.STRING)
    Step step;

    String part;
    String assigneeId;

    @Enumerated(EnumType.STRING)
    Role role;

    @Enumerated(EnumType.STRING)
    State state;

    /** Which date of the calendar {@link #dueAt} follows. */
    @Enumerated(EnumType.STRING)
    Milestone milestone;

    Instant createdAt;

    /** Moved by {@link CalendarWork} alone, past the row version: nobody's own work shall fail because a date was changed meanwhile. */
    @Column(updatable = false)
    Instant dueAt;

    Instant doneAt;
    String doneBy;
    String returnedBy;
    Instant returnedAt;
    String returnReason;

    protected WorkItem() {}

    WorkItem(
            String taskId,
            YearRecord record,
            Step step,
            String part,
            String assigneeId,
            Role role,
            Instant now,
            Instant dueAt) {
        this.taskId = taskId;
        this.yearRecordId = record.id();
        this.schoolId = record.schoolId();
        this.classId = record.classId();
        this.schoolYear = record.schoolYear();
        this.step = step;
        this.milestone = step.milestone();
        this.part = part;
        this.assigneeId = assigneeId;
        this.role = role;
        this.state = State.OPEN;
        this.createdAt = now;
        this.dueAt = dueAt;
    }
}
