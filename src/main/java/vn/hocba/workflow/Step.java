package vn.hocba.workflow;

import java.util.Arrays;
import java.util.Optional;
import vn.hocba.calendar.Milestone;
import vn.hocba.identity.Role;
import vn.hocba.record.RecordState;
import vn.hocba.shared.Texts;

/** The steps of the process {@code yearRecord} at which a person acts, in their order. */
public enum Step {
    COMMENTS(RecordState.COMMENTING, Role.TEACHER),
    HOMEROOM(RecordState.HOMEROOM, Role.TEACHER),
    PRINCIPAL(RecordState.PRINCIPAL, Role.PRINCIPAL),
    SEAL(RecordState.SEALING, Role.CLERK),
    SUBMIT(RecordState.RELEASED, Role.CLERK);

    private final RecordState state;
    private final Role role;

    Step(RecordState state, Role role) {
        this.state = state;
        this.role = role;
    }

    /** The state of a record that waits at this step. */
    public RecordState state() {
        return state;
    }

    /** The step at which a record waits in a state; empty where nobody at the school has it. */
    public static Optional<Step> at(RecordState state) {
        return Arrays.stream(values()).filter(step -> step.state == state).findFirst();
    }

    /** Who acts. */
    public Role role() {
        return role;
    }

    /** The date of the calendar until which it should be done. */
    public Milestone milestone() {
        return Milestone.valueOf(name());
    }

    /** As screens call it. */
    public String term() {
        return Texts.vi("workflow.step." + name());
    }
}
