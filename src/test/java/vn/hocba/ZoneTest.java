package vn.hocba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ZoneTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void putBack() {
        TimeZone.setDefault(before);
    }

    @Test
    void whateverTheMachineSaysTheEngineWritesItsInstantsInTheZoneOfTheCalendar() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));

        // A profile that is refused: nothing starts, but the zone is set before anything does.
        assertThatThrownBy(() -> HocbaApplication.main(new String[] {"--spring.profiles.active=không hợp lệ/"}))
                .isNotNull();

        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Ho_Chi_Minh");
    }
}
