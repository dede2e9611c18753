package vn.hocba.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What holds until a Sở decides: policy data in {@code policy/calendar.csv}. */
@Component
class DefaultDates {

    private static final String FILE = "policy/calendar.csv";

    private final List<Row> rows;

    DefaultDates() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(Row::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** @param yearsLater of its calendar year, after the one in which the school year starts: 0 or 1 */
    private record Row(Milestone milestone, int yearsLater, MonthDay day, boolean included) {

        static Row parse(String line) {
            String[] cells = line.split(";", -1);
            return new Row(
                    Milestone.valueOf(cells[0]),
                    Integer.parseInt(cells[1]),
                    MonthDay.parse("--" + cells[2]),
                    Boolean.parseBoolean(cells[3]));
        }
    }

    YearDates of(int schoolYear) {
        Map<Milestone, Limit> limits = new EnumMap<>(Milestone.class);
        for (Row row : rows) {
            limits.put(row.milestone(), new Limit(row.day().atYear(schoolYear + row.yearsLater()), row.included()));
        }
        return new YearDates(schoolYear, 0, limits);
    }
}
