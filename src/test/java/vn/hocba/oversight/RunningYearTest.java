package vn.hocba.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Calendar;
import vn.hocba.report.ReportedWaves;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Ids;

@SpringBootTest
@ActiveProfiles("test")
@Transactional
class RunningYearTest {

    /** The school imports 2027 in August 2027, between both cut-offs of 2026. */
    private static final List<Integer> YEARS = List.of(2027, 2026);

    @Autowired
    ReportedWaves reported;

    @Autowired
    Calendar calendar;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private SchoolDirectory.Unit province;

    @BeforeEach
    void aProvince() {
        province = units.putAsSystem(
                new Units.NewUnit("SO-NAM", UnitKind.PROVINCE, "Sở GDĐT Năm Học", null, null, "0311112222", "Năm Học"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-07-20T00:00:00Z, ,        2026",
        "2027-08-10T00:00:00Z, ,        2026",
        "2027-08-10T00:00:00Z, WAITING, 2026",
        "2027-08-10T00:00:00Z, DONE,    2027",
        "2027-12-01T00:00:00Z, SENDING, 2026",
        "2027-12-01T00:00:00Z, ,        2027",
        "2028-12-01T00:00:00Z, ,        2027"
    })
    void aYearRunsUntilItsSecondReportIsDone(Instant now, String report, int running) {
        if (report != null) {
            report(report);
        }

        assertThat(at(now).choose(YEARS, null, province.id(), province.path())).contains(running);
    }

    @Test
    void anotherYearCanBeAskedForButNoneThatIsNotThere() {
        RunningYear years = at(Instant.parse("2027-07-20T00:00:00Z"));

        assertThat(years.choose(YEARS, 2027, province.id(), province.path())).contains(2027);
        assertThat(years.choose(YEARS, 1999, province.id(), province.path())).contains(2026);
        assertThat(years.choose(List.of(), null, province.id(), province.path()))
                .isEmpty();
    }

    private RunningYear at(Instant now) {
        return new RunningYear(calendar, directory, reported, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void report(String state) {
        jdbc.sql(
                        "insert into ministry_report (id, province_id, school_year, wave, state, effective_on, total, parts, created_at)"
                                + " values (?, ?, 2026, 'SECOND', ?, ?, 0, 0, ?)")
                .params(
                        Ids.next(),
                        province.id(),
                        state,
                        LocalDate.of(2027, 8, 15),
                        LocalDate.of(2027, 8, 15).atStartOfDay())
                .update();
    }
}
