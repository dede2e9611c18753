package vn.hocba.oversight;

import java.text.CollationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.hocba.calendar.Milestone;
import vn.hocba.oversight.ProgressBoard.Line;
import vn.hocba.oversight.ProgressBoard.Order;
import vn.hocba.oversight.ProgressBoard.Total;
import vn.hocba.oversight.SchoolChanges.Mark;
import vn.hocba.shared.VietnameseText;

/**
 * All schools of a jurisdiction at an instant, summed and, once somebody asks, put in order. It never changes: the next one is made of it.
 *
 * @param at when that was true
 * @param mark the changes that it knows
 * @param schools with what belongs to them, whenever that was read
 */
record SchoolSnapshot(Instant at, Mark mark, Schools schools) {

    /** A school with what it is sorted and searched by. */
    private record Keyed(SchoolFigures figures, Line line, CollationKey name, String words) {

        static Keyed of(SchoolFigures figures, Set<Milestone> passed) {
            String name = figures.name();
            return new Keyed(
                    figures, figures.line(passed), VietnameseText.sortKey(name), VietnameseText.searchKey(name));
        }

        Keyed at(Set<Milestone> passed) {
            return new Keyed(figures, figures.line(passed), name, words);
        }
    }

    private record Sorted(Order order, boolean descending) {}

    private record Schools(Set<Milestone> passed, List<Keyed> byName, Total total, Map<Sorted, List<Keyed>> inOrder) {

        static Schools of(Set<Milestone> passed, List<Keyed> schools) {
            List<Keyed> byName = schools.stream()
                    .sorted(Comparator.comparing(Keyed::name)
                            .thenComparing(school -> school.line().id()))
                    .toList();
            return new Schools(
                    passed, byName, Total.of(byName.stream().map(Keyed::line).toList()), new ConcurrentHashMap<>());
        }

        List<Keyed> inOrder(Order order, boolean descending) {
            return inOrder.computeIfAbsent(new Sorted(order, descending), sorted -> {
                Comparator<Keyed> comparator = order == Order.NAME
                        ? Comparator.comparing(Keyed::name)
                        : Comparator.comparing(Keyed::line, order.comparator());
                // Equal ones stay in the order of their names.
                return byName.stream()
                        .sorted(descending ? comparator.reversed() : comparator)
                        .toList();
            });
        }
    }

    /** Read from end to end. */
    static SchoolSnapshot of(Instant at, Mark mark, Set<Milestone> passed, List<SchoolFigures> schools) {
        return new SchoolSnapshot(
                at,
                mark,
                Schools.of(
                        passed,
                        schools.stream().map(school -> Keyed.of(school, passed)).toList()));
    }

    /**
     * The same a while later.
     *
     * @param passed due dates that are over by then
     * @param gone ids of schools that look different, or are not there any more
     * @param come those of them that are there
     */
    SchoolSnapshot then(Instant later, Mark next, Set<Milestone> passed, Set<String> gone, List<SchoolFigures> come) {
        boolean sameDates = passed.equals(schools.passed);
        if (sameDates && gone.isEmpty()) {
            return new SchoolSnapshot(later, next, schools);
        }
        List<Keyed> all = new ArrayList<>();
        for (Keyed school : schools.byName) {
            if (!gone.contains(school.line().id())) {
                all.add(sameDates ? school : school.at(passed));
            }
        }
        come.forEach(school -> all.add(Keyed.of(school, passed)));
        return new SchoolSnapshot(later, next, Schools.of(passed, all));
    }

    /** The sums of all of them. */
    Total total() {
        return schools.total;
    }

    /**
     * Those of which the name has some words in it, without regard to case and marks.
     *
     * @param search empty for all
     */
    List<Line> find(String search, Order order, boolean descending) {
        String key = VietnameseText.searchKey(search);
        return schools.inOrder(order, descending).stream()
                .filter(school -> school.words().contains(key))
                .map(Keyed::line)
                .toList();
    }
}
