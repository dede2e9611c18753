package vn.hocba.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.YearDates;

class NextCutOffTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-06-01T00:00:00Z | Chốt đợt 1: nộp trước ngày 30/06/2027 | Còn 28 ngày     | badge-plain",
                "2027-06-15T00:00:00Z | Chốt đợt 1: nộp trước ngày 30/06/2027 | Còn 14 ngày     | badge-soon",
                "2027-06-29T16:59:59Z | Chốt đợt 1: nộp trước ngày 30/06/2027 | Hôm nay là ngày cuối | badge-soon",
                "2027-06-29T17:00:00Z | Chốt đợt 2: nộp đến hết ngày 15/08/2027 | Còn 46 ngày | badge-plain"
            })
    void saysUntilWhenAndHowManyDaysAreLeft(Instant now, String words, String left, String tone) {
        assertThat(NextCutOff.of(dates(), now).getElement().getTextRecursively())
                .isEqualTo(words + left);
        assertThat(NextCutOff.of(dates(), now).getElement().getOuterHTML()).contains(tone);
    }

    @Test
    void afterTheLastCutOffItSaysSo() {
        assertThat(NextCutOff.of(dates(), Instant.parse("2027-08-15T17:00:00Z"))
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Đã chốt cả hai đợt");
    }

    private static YearDates dates() {
        Map<Milestone, Limit> limits = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            limits.put(milestone, new Limit(LocalDate.of(2027, 6, 1), milestone.isDue()));
        }
        limits.put(Milestone.CUT_OFF_1, new Limit(LocalDate.of(2027, 6, 30), false));
        limits.put(Milestone.CUT_OFF_2, new Limit(LocalDate.of(2027, 8, 15), true));
        return new YearDates(2026, 0, limits);
    }
}
