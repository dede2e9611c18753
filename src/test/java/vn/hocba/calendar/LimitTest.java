package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    private final YearDates dates = new DefaultDates().of(2026);

    @ParameterizedTest
    @CsvSource({"FIRST,  2027-06-29T23:59:59, 2027-06-30T00:00:00", "SECOND, 2027-08-14T23:59:59, 2027-08-15T00:00:00"})
    void beforeADayEndsWithTheLastSecondOfTheDayBefore(Wave wave, LocalDateTime last, LocalDateTime tooLate) {
        assertThat(dates.isInTime(wave, inVietnam(last))).isTrue();
        assertThat(dates.isInTime(wave, inVietnam(tooLate).minusNanos(1))).isTrue();
        assertThat(dates.isInTime(wave, inVietnam(tooLate))).isFalse();
        assertThat(dates.cutOff(wave)).isEqualTo(inVietnam(tooLate));
        assertThat(dates.limit(wave.cutOff()).lastSecond()).isEqualTo(inVietnam(last));
    }

    @ParameterizedTest
    @CsvSource({"FIRST,  2027-06-30T23:59:59, 2027-07-01T00:00:00", "SECOND, 2027-08-15T23:59:59, 2027-08-16T00:00:00"})
    void aDayThatCountsIsInTimeToItsLastSecond(Wave wave, LocalDateTime last, LocalDateTime tooLate) {
        YearDates counted = OtherDates.with(
                dates, wave.cutOff(), new Limit(dates.limit(wave.cutOff()).day(), true));

        assertThat(counted.isInTime(wave, inVietnam(last))).isTrue();
        assertThat(counted.isInTime(wave, inVietnam(tooLate))).isFalse();
    }

    @Test
    void withoutADecisionTheDatesOfTheRegulationHold() {
        assertThat(dates.version()).isZero();
        assertThat(dates.cutOff(Wave.FIRST)).isEqualTo(inVietnam("2027-06-30T00:00:00"));
        assertThat(dates.report(Wave.FIRST)).isEqualTo(inVietnam("2027-07-10T00:00:00"));
        assertThat(dates.cutOff(Wave.SECOND)).isEqualTo(inVietnam("2027-08-15T00:00:00"));
        assertThat(dates.report(Wave.SECOND)).isEqualTo(inVietnam("2027-08-25T00:00:00"));
        assertThat(dates.opening()).isEqualTo(inVietnam("2026-09-05T00:00:00"));
    }

    @Test
    void workIsDueInTheLastSecondOfItsDay() {
        assertThat(dates.due(Milestone.COMMENTS)).isEqualTo(inVietnam("2027-05-25T23:59:59"));
        assertThat(dates.due(Milestone.SUMMER_ASSESSMENT)).isEqualTo(inVietnam("2027-08-05T23:59:59"));
    }

    @Test
    void theNextCutOffIsTheFirstThatHasNotCome() {
        assertThat(dates.nextCutOff(inVietnam("2027-06-29T23:59:59"))).contains(Wave.FIRST);
        assertThat(dates.nextCutOff(inVietnam("2027-06-30T00:00:00"))).contains(Wave.SECOND);
        assertThat(dates.nextCutOff(inVietnam("2027-08-15T00:00:00"))).isEmpty();
    }

    @Test
    void theDaysLeftCountToTheLastDayThatIsInTime() {
        Limit limit = new Limit(LocalDate.of(2027, 6, 30), false);

        assertThat(limit.daysLeft(inVietnam("2027-06-28T23:59:59"))).isEqualTo(1);
        assertThat(limit.daysLeft(inVietnam("2027-06-29T00:00:00"))).isZero();
        assertThat(limit.daysLeft(inVietnam("2027-06-30T00:00:00"))).isEqualTo(-1);
    }

    private static Instant inVietnam(String time) {
        return inVietnam(LocalDateTime.parse(time));
    }

    private static Instant inVietnam(LocalDateTime time) {
        return time.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }
}
