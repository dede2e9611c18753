package vn.hocba.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Power;
import vn.hocba.identity.Role;
import vn.hocba.shared.BaseEntity;

/** Something that was asked for about a record; its process says where it stands. */
@Entity
@Table(name = "record_request")
public class Request extends BaseEntity {

    private String kind;
    private String yearRecordId;
    private String pupilName;
    private String className;
    private int schoolYear;
    private String schoolId;
    private String provinceId;
    private String otherUnitId;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    private String step;

    @Enumerated(EnumType.STRING)
    private Role waitsRole;

    private String waitsUnitId;
    private String taskId;
    private Instant dueAt;
    private String reason;
    private String details;
    private String askedBy;
    private String askedByName;
    private Instant askedAt;
    private Instant endedAt;
    private String outcome;
    private boolean beside;

    protected Request() {}

    /**
     * Who asks.
     *
     * @param username nobody's where it is no user
     * @param name with the title where there is one
     */
    record Asker(String username, String name) {

        /** A visitor of the public pages; no user can have this name. */
        private static final String VISITOR = ":visitor";

        static Asker of(CurrentUser user) {
            return new Asker(user.username(), RequestPapers.named(user));
        }

        static Asker visitor(String name) {
            return new Asker(VISITOR, name);
        }
    }

    /** @param provinceId of the Sở above the school, which lists it; null where there is none */
    Request(NewRequest<?> asked, String provinceId, Asker by, Instant now) {
        this.kind = asked.type().name();
        this.yearRecordId = asked.about().yearRecordId();
        this.pupilName = asked.about().pupilName();
        this.className = asked.about().className();
        this.schoolYear = asked.about().schoolYear();
        this.schoolId = asked.schoolId().value();
        this.provinceId = provinceId;
        this.otherUnitId =
                asked.otherUnitId() == null ? null : asked.otherUnitId().value();
        this.state = RequestState.OPEN;
        this.reason = asked.reason();
        this.details = DetailsJson.write(asked.details());
        this.askedBy = by.username();
        this.askedByName = by.name();
        this.beside = asked.type().beside();
        this.askedAt = now;
    }

    /** Name of its {@link RequestType}. */
    public String kind() {
        return kind;
    }

    /** What is asked for, as screens call it: Chuyển trường. */
    public String term() {
        return RequestType.term(kind);
    }

    /** Null where the record is not in this database yet. */
    public String yearRecordId() {
        return yearRecordId;
    }

    public String pupilName() {
        return pupilName;
    }

    public String className() {
        return className;
    }

    public int schoolYear() {
        return schoolYear;
    }

    /** The school where it was asked. */
    public String schoolId() {
        return schoolId;
    }

    /** The other school of a transfer; null elsewhere. */
    public String otherUnitId() {
        return otherUnitId;
    }

    public RequestState state() {
        return state;
    }

    /** Where it waits, as its process calls it; null when it has ended. */
    public String step() {
        return step;
    }

    /** Who has to act; null while nobody has to. */
    public Role waitsRole() {
        return waitsRole;
    }

    /** Where the person who has to act works; null while nobody has to. */
    public String waitsUnitId() {
        return waitsUnitId;
    }

    /** Until when an answer is due; who has not answered by then still has to. Null where no day is set. */
    public Instant dueAt() {
        return dueAt;
    }

    /** Whether the answer was due before. */
    public boolean isOverdue(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    public String reason() {
        return reason;
    }

    /** User name of who asked. */
    public String askedBy() {
        return askedBy;
    }

    /** Whether this person has to act now. */
    public boolean waitsFor(CurrentUser who) {
        return who.unitId().equals(waitsUnitId) && who.worksAs(waitsRole, Power.DECIDE_REQUESTS);
    }

    /** Whether this person asked, and still works where it was asked. */
    public boolean wasAskedBy(CurrentUser who) {
        return askedBy.equals(who.username()) && who.unitId().equals(schoolId);
    }

    /** Name and title. */
    public String askedByName() {
        return askedByName;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null while it is open. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Why it ended as it did; null while it is open. */
    public String outcome() {
        return outcome;
    }

    String taskId() {
        return taskId;
    }

    String details() {
        return details;
    }

    void setDetails(String json) {
        details = json;
    }

    void belongsTo(String recordId) {
        yearRecordId = recordId;
    }

    void waits(String where, String task, Role role, String unitId, Instant due) {
        step = where;
        taskId = task;
        waitsRole = role;
        waitsUnitId = unitId;
        dueAt = due;
    }

    void waitsForNobody() {
        waits(step, null, null, null, null);
    }

    void end(RequestState how, String why, Instant now) {
        state = how;
        outcome = why;
        endedAt = now;
        waits(null, null, null, null, null);
    }
}
