package vn.hocba.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;

/** Ngày làm việc: the week, the country's holidays, and what a Sở decides. */
@ReleasedRecordsTest
class WorkingDaysTest {

    @Autowired
    ReleasedRecords world;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    DecideDaysOff daysOff;

    @Autowired
    Session session;

    private School school;
    private CurrentUser officer;

    @BeforeEach
    void aSchool() {
        school = world.school();
        officer = school.official();
    }

    private LocalDate due(String from, int days) {
        return workingDays
                .after(Instant.parse(from + "T03:00:00Z"), days, school.unit().id())
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toLocalDate();
    }

    @ParameterizedTest(name = "{1} working days after {0}: {2}, {3}")
    @CsvSource({
        "2026-12-01, 3, 2026-12-04, from Tuesday to Friday",
        "2026-12-04, 3, 2026-12-09, a weekend lies between",
        "2026-12-30, 3, 2027-01-05, «Tết Dương lịch» and a weekend",
        "2027-02-04, 3, 2027-02-16, Tết",
        "2026-01-08, 1, 2026-01-09, before a Saturday that is worked on",
        "2026-01-09, 1, 2026-01-10, a Saturday that is worked on",
    })
    void theDayOfArrivalDoesNotCountNorDoWeekendsAndHolidays(String from, int days, LocalDate due, String why) {
        assertThat(due(from, days)).as(why).isEqualTo(due);
    }

    @Test
    void anAnswerIsInTimeUntilTheLastSecondOfTheDayInVietnam() {
        assertThat(workingDays.after(
                        Instant.parse("2026-12-01T03:00:00Z"), 3, school.unit().id()))
                .isEqualTo(Instant.parse("2026-12-04T16:59:59Z"));
    }

    @Test
    void aDayThatASoDecidesCountsThereAndNowhereElseAndCanBeTakenBack() {
        School elsewhere = world.school();
        LocalDate storm = LocalDate.of(2026, 12, 2);
        session.run(officer, () -> daysOff.decide(storm, false, "Nghỉ tránh bão số 12"));

        assertThat(due("2026-12-01", 3)).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(workingDays.after(
                        Instant.parse("2026-12-01T03:00:00Z"),
                        3,
                        elsewhere.unit().id()))
                .isEqualTo(Instant.parse("2026-12-04T16:59:59Z"));
        assertThat(session.as(officer, () -> daysOff.ofYear(2026)))
                .filteredOn(day -> day.day().equals(storm))
                .singleElement()
                .satisfies(day -> assertThat(day.decidedBy()).isEqualTo(officer.displayName()));
        session.run(officer, () -> daysOff.decide(LocalDate.of(2026, 12, 5), true, "Làm bù ngày bão"));
        assertThat(due("2026-12-01", 3)).isEqualTo(LocalDate.of(2026, 12, 5));

        session.run(officer, () -> daysOff.takeBack(storm));
        assertThat(due("2026-12-01", 3)).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThatThrownBy(() -> session.run(officer, () -> daysOff.takeBack(storm)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyAtASchoolDecidesAboutDaysAndNoneIsDecidedWithoutAReason() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        assertThatThrownBy(() -> session.run(school.principal(), () -> daysOff.decide(day, false, "Nghỉ tránh bão")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> session.run(officer, () -> daysOff.decide(day, false, " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("căn cứ");
        assertThatThrownBy(() -> session.run(officer, () -> daysOff.decide(null, false, "Nghỉ tránh bão")))
                .isInstanceOf(Refused.class);
    }
}
