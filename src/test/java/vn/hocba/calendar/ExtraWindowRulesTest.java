package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;

class ExtraWindowRulesTest {

    private static final int YEAR = 2026;
    private static final YearDates DATES = new DefaultDates().of(YEAR);

    /** 1 July 2027, 09:00 in Việt Nam: between both cut-offs. */
    private static final Instant JULY = Instant.parse("2027-07-01T02:00:00Z");

    @Test
    void aWindowIsOpenedFromTodayOrLaterAfterTheCutOffOfItsRecords() {
        assertThatCode(() -> check(window(Wave.FIRST, day(7, 1), day(7, 5)), JULY))
                .doesNotThrowAnyException();
        refused(window(Wave.FIRST, day(6, 30), day(7, 5)), JULY, "calendar.window.past");
        refused(
                window(Wave.FIRST, day(6, 29), day(7, 5)),
                Instant.parse("2027-06-01T02:00:00Z"),
                "calendar.window.too-early");
        refused(window(Wave.SECOND, day(7, 1), day(7, 5)), JULY, "calendar.window.too-early");
    }

    @Test
    void itMayBeDecidedAheadOfTheCutOffForTheVeryDayOfIt() {
        assertThatCode(() -> check(window(Wave.FIRST, day(6, 30), day(7, 2)), Instant.parse("2027-06-28T02:00:00Z")))
                .doesNotThrowAnyException();
    }

    @Test
    void itEndsAfterItBeganBeforeTheNextCutOffAndWithinAYear() {
        refused(window(Wave.FIRST, day(7, 5), day(7, 4)), JULY, "calendar.window.order");
        refused(window(Wave.FIRST, day(7, 5), day(8, 14)), JULY, "calendar.window.over-cut-off");
        assertThatCode(() -> check(window(Wave.FIRST, day(7, 5), day(8, 13)), JULY))
                .doesNotThrowAnyException();
        refused(
                window(Wave.SECOND, day(9, 1), LocalDate.of(2028, 9, 1)),
                Instant.parse("2027-08-20T02:00:00Z"),
                "calendar.window.too-late");
    }

    @Test
    void aSchoolHasOneAtATime() {
        ExtraWindow one = new ExtraWindow("1", "P", YEAR, Wave.FIRST, "A", day(7, 1), day(7, 5), null);

        assertThatThrownBy(() -> ExtraWindowRules.checkOpening(
                        window(Wave.FIRST, day(7, 5), day(7, 9)), DATES, List.of(one), JULY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("calendar.window.other"));
        assertThatCode(() -> ExtraWindowRules.checkOpening(
                        window(Wave.FIRST, day(7, 6), day(7, 9)), DATES, List.of(one), JULY))
                .doesNotThrowAnyException();
        ExtraWindow another = new ExtraWindow("2", "P", YEAR, Wave.FIRST, "B", day(7, 1), day(7, 5), null);
        assertThatCode(() -> ExtraWindowRules.checkOpening(another, DATES, List.of(one), JULY))
                .doesNotThrowAnyException();
    }

    @Test
    void noCutOffIsMovedIntoAWindowOrAfterIt() {
        List<ExtraWindow> windows = List.of(window(Wave.FIRST, day(7, 5), day(7, 9)));

        assertThatCode(() -> ExtraWindowRules.checkCalendar(DATES, windows, JULY))
                .doesNotThrowAnyException();
        for (YearDates moved : List.of(
                OtherDates.with(DATES, Milestone.CUT_OFF_2, new Limit(day(7, 8), false)),
                OtherDates.with(DATES, Milestone.CUT_OFF_1, new Limit(day(7, 6), false)))) {
            assertThatThrownBy(() -> ExtraWindowRules.checkCalendar(moved, windows, JULY))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                            .isEqualTo("calendar.window.in-the-way"));
        }
    }

    @Test
    void whatIsClosedEarlyTakesNothingMoreAndIsInEffectFromTheNextDay() {
        Instant noon = Instant.parse("2027-07-03T05:00:00Z");
        ExtraWindow closed = new ExtraWindow("1", "P", YEAR, Wave.FIRST, null, day(7, 1), day(7, 9), noon);

        assertThat(closed.isOpen(noon.minusSeconds(1))).isTrue();
        assertThat(closed.isOpen(noon)).isFalse();
        assertThat(closed.effectiveOn()).isEqualTo(day(7, 4));
        assertThat(closed.neverOpened()).isFalse();
        assertThat(new ExtraWindow("1", "P", YEAR, Wave.FIRST, null, day(7, 5), day(7, 9), noon).neverOpened())
                .isTrue();
    }

    private static void refused(ExtraWindow window, Instant now, String key) {
        assertThatThrownBy(() -> check(window, now))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static void check(ExtraWindow window, Instant now) {
        ExtraWindowRules.checkOpening(window, DATES, List.of(), now);
    }

    private static ExtraWindow window(Wave wave, LocalDate from, LocalDate to) {
        return new ExtraWindow("0", "P", YEAR, wave, null, from, to, null);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
