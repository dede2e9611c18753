package vn.hocba.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Validity;
import vn.hocba.calendar.WorkingDays;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.PolicyTable;

/** Until when a request is to be answered at a step, and when it ends although nobody has, from {@code policy/periods.csv}. */
@Component
class Periods {

    static final String FILE = "policy/periods.csv";

    private final List<Line> lines;
    private final WorkingDays workingDays;
    private final SchoolDirectory directory;
    private final Clock clock;

    @Autowired
    Periods(WorkingDays workingDays, SchoolDirectory directory, Clock clock) {
        this(PolicyTable.read(FILE), workingDays, directory, clock);
    }

    /** @throws IllegalStateException when two lines say different things of one time and place, or one says nothing */
    Periods(List<PolicyTable.Row> rows, WorkingDays workingDays, SchoolDirectory directory, Clock clock) {
        this.lines = rows.stream().map(Line::of).toList();
        this.workingDays = workingDays;
        this.directory = directory;
        this.clock = clock;
        lines.stream()
                .map(Line::place)
                .distinct()
                .forEach(place -> Validity.demandOneAtATime(
                        lines.stream()
                                .filter(line -> line.place().equals(place))
                                .toList(),
                        Line::validity));
    }

    /**
     * A line.
     *
     * @param place kind and step
     * @param workingDays until an answer is overdue; 0 where that is when the wait ends
     * @param endDays calendar days after which the wait ends by itself; 0 where it does not
     */
    record Line(String place, int workingDays, int endDays, Validity validity) {

        static Line of(PolicyTable.Row row) {
            int due = number(row.get("working-days"));
            int end = number(row.get("end-days"));
            if (due == 0 && end == 0) {
                throw new IllegalStateException(FILE + ": no period for " + row.get("kind") + " " + row.get("step"));
            }
            return new Line(Periods.place(row.get("kind"), row.get("step")), due, end, Validity.of(row));
        }

        private static int number(String cell) {
            return cell.isEmpty() ? 0 : Integer.parseInt(cell);
        }
    }

    /**
     * Until when an answer to what comes in now is due; empty where nothing says so.
     *
     * @param unitId of the unit that answers
     */
    Optional<Instant> due(Request request, String step, String unitId) {
        return line(request, step)
                .map(line -> line.workingDays() == 0
                        ? ends(line)
                        : workingDays.after(clock.instant(), line.workingDays(), unitId));
    }

    /** When a wait that begins now ends without an answer; empty where it does not end by itself. */
    Optional<Instant> end(Request request, String step) {
        return line(request, step).filter(line -> line.endDays() > 0).map(this::ends);
    }

    private Instant ends(Line line) {
        return clock.instant().plus(Duration.ofDays(line.endDays()));
    }

    private Optional<Line> line(Request request, String step) {
        String place = place(request.kind(), step);
        return Validity.mostExact(
                lines.stream().filter(line -> line.place().equals(place)).toList(),
                Line::validity,
                request.schoolYear(),
                directory
                        .provinceOf(request.schoolId())
                        .map(SchoolDirectory.Unit::code)
                        .orElse(""));
    }

    private static String place(String kind, String step) {
        return kind + "/" + step;
    }
}
