package vn.hocba.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.hocba.calendar.Wave;

class ReportNamesTest {

    @Test
    void theReportOfAnExtraWindowDoesNotTakeTheFileNameOfItsWaveNorOfAnotherWindow() {
        assertThat(name("")).isEqualTo("bao-cao-SO-79-2026-dot-1-goi-1-tren-0.xml");
        assertThat(name("a1")).isEqualTo("bao-cao-SO-79-2026-dot-1-bo-sung-a1-goi-1-tren-0.xml");
        assertThat(name("b2")).isNotEqualTo(name("a1"));
    }

    private static String name(String window) {
        return new Report("so", 2026, Wave.FIRST, window, LocalDate.of(2027, 7, 6), 1, Instant.EPOCH)
                .fileName("SO-79", 1);
    }
}
