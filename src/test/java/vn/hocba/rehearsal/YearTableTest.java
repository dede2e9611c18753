package vn.hocba.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hocba.rehearsal.Course.Ended;

class YearTableTest {

    private static final SchoolBalance WHOLE = new SchoolBalance("Trường A", 135, 0, 3, 130, 130, 1, 1, 0);
    private static final SchoolBalance ONE_LOST = new SchoolBalance("Trường B", 0, 3, 0, 2, 2, 0, 0, 0);

    private static Ended ended(SchoolBalance... schools) {
        return new Ended(2026L, Map.of("left", 1), List.of(schools));
    }

    @Test
    void aSchoolWhoseRecordsAreNotAllAccountedForIsNamed() {
        List<String> lines = YearTable.of(ended(WHOLE, ONE_LOST));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("Trường A"))
                .singleElement()
                .asString()
                .endsWith("0");
        assertThat(lines)
                .filteredOn(line -> line.endsWith("không khớp"))
                .singleElement()
                .asString()
                .startsWith("Trường B");
        assertThat(lines).anyMatch(line -> line.contains("Thôi học: 1")).anyMatch(line -> line.contains("2026"));
    }

    @Test
    void aYearIsCompleteOnlyIfTheCountsOfEverySchoolAddUp() {
        assertThat(outcome(ended(WHOLE)).isComplete()).isTrue();
        assertThat(outcome(ended(WHOLE, ONE_LOST)).isComplete()).isFalse();
    }

    @Test
    void whatIsStillOpenOrFrozenWithoutAReportIsNotAtItsEnd() {
        assertThat(new SchoolBalance("Trường", 3, 0, 0, 3, 2, 0, 0, 0).addsUp()).isFalse();
        assertThat(new SchoolBalance("Trường", 3, 0, 0, 2, 2, 0, 0, 1).addsUp()).isFalse();
        assertThat(new SchoolBalance("Trường", 3, 0, 0, 3, 3, 0, 0, 1).addsUp()).isFalse();
        assertThat(new SchoolBalance("Trường", 3, 0, 0, 3, 3, 0, 0, 0).addsUp()).isTrue();
    }

    private static Rehearsal.Outcome outcome(Ended ended) {
        return new Rehearsal.Outcome(null, 2026, null, 135, 0, 131, 450, Duration.ofSeconds(1), List.of(), ended);
    }
}
