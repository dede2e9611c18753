package vn.hocba.signing.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    private static final Instant UNTIL = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void aConsentIsGivenAtAnAddressOrOnThePhoneAlone() {
        assertThat(new Confirmation.Consent("Xác nhận", "https://sign.example/c/1", UNTIL).link())
                .isEqualTo("https://sign.example/c/1");
        assertThat(new Confirmation.Consent("Xác nhận", null, UNTIL).link()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,x",
                "http://sign.example/c/1",
                "//sign.example/c/1",
                "/hoc-ba",
                "https:alert",
                "https://nobody@sign.example/",
                ""
            })
    void nothingElseBecomesALinkOnTheScreen(String link) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Confirmation.Consent("Xác nhận", link, UNTIL));
    }

    @Test
    void whatIsAskedElsewhereHasAnEnd() {
        assertThatNullPointerException().isThrownBy(() -> new Confirmation.Consent("Xác nhận", null, null));
        assertThatNullPointerException().isThrownBy(() -> new Confirmation.Program("Xác nhận", "73 15", null));
    }
}
