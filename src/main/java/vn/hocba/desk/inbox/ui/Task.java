package vn.hocba.desk.inbox.ui;

import static vn.hocba.ui.Wording.text;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/**
 * What the inbox shows as one line: the work of a class, or what a teacher has to do of one thing in all classes of a combined class (lớp ghép), which is one
 * sheet.
 *
 * @param groups of one step and part, by grade and class; at least one
 */
record Task(List<Inbox.Group> groups) {

    /** In the order in which the first of each stands. */
    static List<Task> of(Collection<Inbox.Group> groups) {
        Map<List<Object>, List<Inbox.Group>> together = groups.stream()
                .collect(Collectors.groupingBy(
                        group -> List.of(group.step(), group.part(), place(group)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.values().stream().map(Task::new).toList();
    }

    /** Whoever signs for the school, seals or hands in does so class by class. */
    private static String place(Inbox.Group group) {
        boolean together = group.room() != null && (group.step() == Step.COMMENTS || group.step() == Step.HOMEROOM);
        return together ? "room " + group.room() : group.classId();
    }

    Inbox.Group first() {
        return groups.get(0);
    }

    /** «Lớp 1A», or «Lớp ghép 1+2 (1A, 2A)». */
    String className() {
        return groups.size() == 1
                ? text("screens.class", first().className())
                : text(
                        "screens.class.room",
                        first().room(),
                        groups.stream().map(Inbox.Group::className).collect(Collectors.joining(", ")));
    }

    int open() {
        return sum(Inbox.Group::open);
    }

    int total() {
        return sum(Inbox.Group::total);
    }

    int returned() {
        return sum(Inbox.Group::returned);
    }

    int unassigned() {
        return sum(Inbox.Group::unassigned);
    }

    Instant due() {
        return groups.stream().map(Inbox.Group::due).min(Instant::compareTo).orElseThrow();
    }

    private int sum(ToIntFunction<Inbox.Group> what) {
        return groups.stream().mapToInt(what).sum();
    }
}
