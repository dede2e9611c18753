package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.rehearsal.Course.Ended;
import vn.hocba.shared.Texts;

/** What happened in a year that was played to the reports, as the terminal shows it: by which seed, how often what, and of each school a line that has to add up. */
final class YearTable {

    private static final List<String> COLUMNS =
            List.of("opened", "came", "moved", "frozen", "reported", "left", "ended", "open");

    private YearTable() {}

    /** The lines; none for a year that was not played so far. */
    static List<String> of(Ended ended) {
        List<String> lines = new ArrayList<>();
        if (ended.schools().isEmpty()) {
            return lines;
        }
        lines.add(Texts.vi("rehearsal.seed", Long.toString(ended.seed())));
        ended.happened().forEach((what, times) -> lines.add("  " + Texts.vi("rehearsal.event." + what) + ": " + times));
        List<String> heads = COLUMNS.stream()
                .map(column -> Texts.vi("rehearsal.column." + column))
                .toList();
        int widest = ended.schools().stream()
                .mapToInt(school -> school.school().length())
                .max()
                .orElseThrow();
        lines.add(line(Texts.vi("rehearsal.column.school"), widest, heads, heads));
        for (SchoolBalance school : ended.schools()) {
            List<String> numbers = Stream.of(
                            school.opened(),
                            school.came(),
                            school.moved(),
                            school.frozen(),
                            school.reported(),
                            school.left(),
                            school.ended(),
                            school.open())
                    .map(number -> Integer.toString(number))
                    .toList();
            lines.add(line(school.school(), widest, heads, numbers)
                    + (school.addsUp() ? "" : "  " + Texts.vi("rehearsal.does-not-add-up")));
        }
        lines.add(Texts.vi("rehearsal.balance"));
        return lines;
    }

    /** As wide as the words above the numbers. */
    private static String line(String first, int widest, List<String> heads, List<String> cells) {
        return Stream.concat(
                        Stream.of(String.format("%-" + widest + "s", first)),
                        Stream.iterate(0, place -> place < cells.size(), place -> place + 1)
                                .map(place ->
                                        String.format("%" + heads.get(place).length() + "s", cells.get(place))))
                .collect(Collectors.joining("  "));
    }
}
