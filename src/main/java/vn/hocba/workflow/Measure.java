package vn.hocba.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import vn.hocba.calendar.Milestone;
import vn.hocba.record.RecordState;

/**
 * One column of {@code school_progress}.
 *
 * @param counts which records it counts
 * @param condition the same in a statement, of the columns {@code state, rejected, milestone, teacherless}
 */
record Measure(String column, Predicate<Standing> counts, String condition) {

    /** All of them, in the order of the table. */
    static final List<Measure> ALL = all();

    private static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        Arrays.stream(RecordState.values())
                .filter(state -> state != RecordState.LEFT)
                .forEach(state -> all.add(
                        new Measure(lower(state), standing -> standing.state() == state, "state = '" + state + "'")));
        Arrays.stream(Milestone.values())
                .filter(Milestone::isDue)
                .forEach(due -> all.add(new Measure(
                        "due_" + lower(due), standing -> standing.due() == due, "milestone = '" + due + "'")));
        all.add(new Measure("no_teacher", Standing::teacherless, "teacherless = 1"));
        all.add(new Measure("rejected", Standing::rejected, "rejected = true"));
        all.add(new Measure(
                "rejected_no_teacher",
                standing -> standing.rejected() && standing.teacherless(),
                "rejected = true and teacherless = 1"));
        all.add(new Measure(
                "rejected_principal",
                standing -> standing.rejected() && standing.state() == RecordState.PRINCIPAL,
                "rejected = true and state = 'PRINCIPAL'"));
        all.add(new Measure(
                "rejected_seal",
                standing -> standing.rejected()
                        && (standing.state() == RecordState.SEALING || standing.state() == RecordState.RELEASED),
                "rejected = true and state in ('SEALING', 'RELEASED')"));
        return List.copyOf(all);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
