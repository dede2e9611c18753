package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocba.shared.Refused;

class CalendarRulesTest {

    private static final Instant APRIL = at("2027-04-01T08:00:00");

    private final YearDates before = new DefaultDates().of(2026);

    @ParameterizedTest
    @CsvSource({
        "COMMENTS, 2027-06-01, HOMEROOM",
        "HOMEROOM, 2027-06-11, PRINCIPAL",
        "PRINCIPAL, 2027-06-16, SEAL",
        "SEAL, 2027-06-21, SUBMIT",
        "SUBMIT, 2027-06-30, CUT_OFF_1",
        "CUT_OFF_1, 2027-07-11, REPORT_1",
        "REPORT_1, 2027-08-15, CUT_OFF_2",
        "SUMMER_ASSESSMENT, 2027-08-15, CUT_OFF_2",
        "CUT_OFF_2, 2027-08-26, REPORT_2"
    })
    void datesThatCrossAreRefusedByTheirNames(Milestone moved, LocalDate day, Milestone crossed) {
        assertThatThrownBy(() -> check(moved(moved, day), APRIL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«" + moved.term() + "»")
                .hasMessageContaining("«" + crossed.term() + "»");
    }

    @ParameterizedTest
    @CsvSource({
        "COMMENTS, 2027-05-31",
        "SUBMIT, 2027-06-29",
        "CUT_OFF_1, 2027-07-10",
        "REPORT_1, 2027-08-14",
        "SUMMER_ASSESSMENT, 2027-08-14",
        "CUT_OFF_2, 2027-08-25"
    })
    void datesMayTouch(Milestone moved, LocalDate day) {
        assertThatCode(() -> check(moved(moved, day), APRIL)).doesNotThrowAnyException();
    }

    @Test
    void workIsNotDueBeforeItOpensNorTheSummerBeforeTheFirstCutOff() {
        assertThatThrownBy(() -> check(moved(Milestone.OPENING, LocalDate.of(2027, 5, 26)), at("2026-08-01T00:00:00")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(Milestone.COMMENTS.term());
        assertThatThrownBy(() -> check(moved(Milestone.SUMMER_ASSESSMENT, LocalDate.of(2027, 6, 29)), APRIL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(Milestone.CUT_OFF_1.term());
    }

    @ParameterizedTest
    @EnumSource(Wave.class)
    void aCutOffMayBeMovedInItsLastSecondAndNotInTheNext(Wave wave) {
        YearDates after = moved(wave.cutOff(), before.limit(wave.cutOff()).day().plusDays(3));
        Instant cutOff = before.cutOff(wave);

        assertThatCode(() -> check(after, cutOff.minusSeconds(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(after, cutOff))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã qua")
                .hasMessageContaining(wave.cutOff().term());
    }

    @ParameterizedTest
    @EnumSource(Wave.class)
    void aCutOffMayNotLieInThePast(Wave wave) {
        YearDates after = moved(wave.cutOff(), before.limit(wave.cutOff()).day().minusDays(5));
        Instant newCutOff = after.cutOff(wave);

        assertThatCode(() -> check(after, newCutOff.minusSeconds(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(after, newCutOff))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lúc đã qua");
    }

    @Test
    void toLetThePastDayCountIsToMoveTheCutOff() {
        YearDates after = OtherDates.with(
                before,
                Milestone.CUT_OFF_1,
                new Limit(before.limit(Milestone.CUT_OFF_1).day(), true));

        assertThatThrownBy(() -> check(after, before.cutOff(Wave.FIRST))).isInstanceOf(Refused.class);
        assertThatCode(() -> check(after, before.cutOff(Wave.FIRST).minusSeconds(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void aDueDateThatIsPastMayBePutOff() {
        assertThatCode(() -> check(moved(Milestone.COMMENTS, LocalDate.of(2027, 5, 30)), at("2027-05-28T10:00:00")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(moved(Milestone.COMMENTS, LocalDate.of(2027, 5, 27)), at("2027-05-28T10:00:00")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void afterTheFirstCutOffTheSecondMayStillBeMoved() {
        assertThatCode(() -> check(moved(Milestone.CUT_OFF_2, LocalDate.of(2027, 8, 20)), at("2027-07-20T10:00:00")))
                .doesNotThrowAnyException();
    }

    @Test
    void aSlipOfTheYearIsRefused() {
        assertThatThrownBy(() -> check(moved(Milestone.REPORT_2, LocalDate.of(2072, 8, 25)), APRIL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2026 - 2027");
    }

    @Test
    void aCalendarThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> check(before, APRIL))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(((Refused) refused).key()).isEqualTo("calendar.nothing-changed"));
    }

    private void check(YearDates after, Instant now) {
        CalendarRules.check(before, after, now);
    }

    private YearDates moved(Milestone milestone, LocalDate day) {
        return OtherDates.with(
                before, milestone, new Limit(day, before.limit(milestone).included()));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant();
    }
}
