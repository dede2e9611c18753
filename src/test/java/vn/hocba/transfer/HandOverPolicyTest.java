package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.hocba.shared.PolicyTable;

class HandOverPolicyTest {

    private static HandOverPolicy policy(String... lines) {
        String text = "homeroom-signs;unsealed;first-year;last-year;province\n" + String.join("\n", lines);
        return new HandOverPolicy(PolicyTable.parse(HandOverPolicy.FILE, text), null);
    }

    @Test
    void theHomeroomTeacherSignsUnlessAYearOrASoSaysOtherwise() {
        HandOverPolicy policy = policy("1;;;2027;", ";;;2027;79", ";;2028;;");

        assertThat(policy.homeroomSigns(2026, "01")).isTrue();
        assertThat(policy.homeroomSigns(2026, "")).isTrue();
        assertThat(policy.homeroomSigns(2026, "79")).isFalse();
        assertThat(policy.homeroomSigns(2028, "01")).isFalse();
        assertThat(new HandOverPolicy(PolicyTable.read(HandOverPolicy.FILE), null).homeroomSigns(2026, "01"))
                .isTrue();
    }

    @Test
    void twoLinesOfOneTimeAndPlaceAreNotTaken() {
        assertThatThrownBy(() -> policy("1;;;;", ";;2026;;")).isInstanceOf(IllegalStateException.class);
    }
}
