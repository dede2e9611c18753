package vn.hocba.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hocba.assessment.Exemptions.Ground;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/** From what a pupil may be exempt, and for what, is data. */
class ExemptionsTest {

    private static final String HEADER = "level;code;name;subjects;first-year;last-year;province\n";

    private static Exemptions with(String... lines) {
        return new Exemptions(Stream.concat(
                        PolicyTable.read(Exemptions.FILE).stream(),
                        PolicyTable.parse(Exemptions.FILE, HEADER + String.join("\n", lines)).stream())
                .toList());
    }

    private static List<String> exempting(Exemptions from, int year, String province, String subject) {
        return from.in(SchoolLevel.PRIMARY, year, province).stream()
                .filter(ground -> ground.exemptsFrom(subject))
                .map(Ground::code)
                .toList();
    }

    @Test
    void healthExemptsFromPhysicalEducationAndAPlanFromAnySubject() {
        assertThat(exempting(with(), 2026, "79", "GDTC")).containsExactly("HEALTH", "DISABILITY");
        assertThat(exempting(with(), 2026, "79", "TOAN")).containsExactly("DISABILITY");
    }

    @Test
    void aSoHasItsOwnGroundsFromAYearOnAndWidensThoseOfTheCountry() {
        Exemptions own = with("PRIMARY;FAITH;lý do khác;AN;2027;;79", "PRIMARY;HEALTH;lý do sức khỏe;GDTC AN;;;79");

        assertThat(exempting(own, 2026, "79", "AN")).containsExactly("DISABILITY", "HEALTH");
        assertThat(exempting(own, 2027, "79", "AN")).containsExactly("DISABILITY", "FAITH", "HEALTH");
        assertThat(exempting(own, 2027, "01", "AN")).containsExactly("DISABILITY");
    }

    @Test
    void twoLinesThatSayTwoThingsAtOnceAreRefused() {
        assertThatThrownBy(() -> with("PRIMARY;HEALTH;lý do sức khỏe;AN;2026;;"))
                .isInstanceOf(IllegalStateException.class);
    }
}
