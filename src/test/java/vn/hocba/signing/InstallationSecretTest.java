package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndReadAfterwards() {
        char[] made = secret().createdIfMissing();

        assertThat(made).hasSize(64);
        assertThat(secret().createdIfMissing()).isEqualTo(made);
        assertThat(secret().required()).isEqualTo(made);
    }

    @Test
    void aMissingSecretIsNotReplacedByOneThatOpensNothing() {
        assertThatThrownBy(() -> secret().required())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore it from the backup");
    }

    private InstallationSecret secret() {
        Path file = folder.resolve("data").resolve("signing.secret");
        return new InstallationSecret(
                new SigningPolicy(file, 6, 5, Duration.ofMinutes(15), 1000, Duration.ofDays(1), List.of()));
    }
}
