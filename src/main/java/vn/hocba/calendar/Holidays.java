package vn.hocba.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.hocba.shared.PolicyTable;

/** The country's public holidays, and what single Sở were given in the file, from {@code policy/holidays.csv}. */
@Component
class Holidays {

    static final String FILE = "policy/holidays.csv";

    private final List<Line> lines;

    @Autowired
    Holidays() {
        this(PolicyTable.read(FILE));
    }

    Holidays(List<PolicyTable.Row> rows) {
        lines = rows.stream().map(Line::of).toList();
    }

    /** @param province code of the only Sở where it holds; empty for the whole country */
    private record Line(LocalDate first, LocalDate last, boolean working, String province, String name) {

        Line {
            if (last.isBefore(first)) {
                throw new IllegalStateException(FILE + ": " + name + " ends before it begins");
            }
        }

        static Line of(PolicyTable.Row row) {
            String kind = row.get("kind");
            if (!kind.equals("OFF") && !kind.equals("WORKED")) {
                throw new IllegalStateException(FILE + ": OFF or WORKED, not " + kind);
            }
            return new Line(
                    LocalDate.parse(row.get("first")),
                    LocalDate.parse(row.get("last")),
                    kind.equals("WORKED"),
                    row.get("province"),
                    row.get("name"));
        }

        boolean isOf(String provinceCode) {
            return province.isEmpty() || province.equals(provinceCode);
        }
    }

    /** The days from one to another, both included, that a Sở has otherwise than the week does, in order; its own line wins. */
    List<SpecialDay> between(LocalDate from, LocalDate to, String provinceCode) {
        return from.datesUntil(to.plusDays(1))
                .flatMap(day -> lines.stream()
                        .filter(line ->
                                line.isOf(provinceCode) && !day.isBefore(line.first()) && !day.isAfter(line.last()))
                        .min(Comparator.comparing(line -> line.province().isEmpty()))
                        .map(line -> new SpecialDay(day, line.working(), line.name(), null))
                        .stream())
                .toList();
    }
}
