package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;

class RefusalStatusTest {

    @Test
    void whoMayNotIsToldApartFromWhatIsNotThereNotNowOrNotRight() {
        assertThat(RefusalStatus.of(Refused.notAllowed("identity.role-missing")))
                .isEqualTo(403);
        assertThat(RefusalStatus.of(Refused.notFound("record.unknown"))).isEqualTo(404);
        assertThat(RefusalStatus.of(Refused.notNow("record.row-changed"))).isEqualTo(409);
        assertThat(RefusalStatus.of(Refused.invalid("packet.doctype"))).isEqualTo(422);
    }
}
