package vn.hocba.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.Refused;

class InputTest {

    @Test
    void theWordsOfARequestAreCleanedAndOtherValuesStay() {
        Map<String, Object> typed =
                Map.of("reason", " Theo quyết\u00a0định\u0007\n số 5 ", "day", LocalDate.of(2027, 5, 21));

        assertThat(Input.of(typed).cleaned().values())
                .isEqualTo(Map.of("reason", "Theo quyết định\nsố 5", "day", LocalDate.of(2027, 5, 21)));
    }

    @Test
    void wordsThatThePrintedFormLacksAreRefusedInEveryField() {
        assertThatThrownBy(() -> Input.of(Map.of("right", "Lò Thị 李")).cleaned())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("«李»");
    }

    @Test
    void aFileIsNamedWithoutItsFoldersAndMarksThatMislead() {
        byte[] content = {1};

        assertThat(new Evidence("C:\\Users\\a\\\u202egiấy khai sinh.pdf", content).name())
                .isEqualTo("giấy khai sinh.pdf");
        assertThat(new Evidence("../../etc/a.pdf", content).name()).isEqualTo("a.pdf");
        assertThat(new Evidence("a".repeat(300) + ".pdf", content).name())
                .hasSize(200)
                .endsWith("….pdf");
    }
}
