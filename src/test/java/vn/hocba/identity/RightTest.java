package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RightTest {

    /** After a change of {@link Right}: replace the table there by what this says is missing. */
    @Test
    void theTableOfWhoMayDoWhatIsTheOneThatIsAsked() throws IOException {
        assertThat(Files.readString(Path.of("docs", "who-may-do-what.md"))).endsWith("\n\n" + Right.table());
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void everyRightIsOfSomebody(Right right) {
        assertThat(right.roles()).isNotEmpty().doesNotHaveDuplicates();
    }
}
