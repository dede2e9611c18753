package vn.hocba.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.hocba.shared.Refused;

class UploadSpaceTest {

    private static final Instant NOW = Instant.parse("2027-05-21T01:00:00Z");
    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    private UploadSpace space;

    @BeforeEach
    void empty() throws IOException {
        space = new UploadSpace(
                new UploadPolicy(folder, DataSize.ofMegabytes(3), DataSize.ofMegabytes(5)),
                Clock.fixed(NOW, ZoneOffset.UTC));
        space.sweep();
    }

    /** Three gigabytes, made while they are read. */
    private static final class ThreeGigabytes extends InputStream {

        private long read;

        @Override
        public int read() {
            return read++ < 3 * 1024 * MEGABYTE ? 'a' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            read += length;
            return read <= 3 * 1024 * MEGABYTE ? length : -1;
        }
    }

    private long filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private UploadSpace.Stored store(String person, long size) throws IOException {
        return space.store(person, new ByteArrayInputStream(new byte[(int) size]), 2 * MEGABYTE);
    }

    @Test
    void whatCameIsThereUntilItIsDeleted() throws IOException {
        UploadSpace.Stored file = space.store("lan", new ByteArrayInputStream(new byte[] {1, 2, 3}), MEGABYTE);
        assertThat(file.content()).containsExactly(1, 2, 3);
        assertThat(space.used()).isEqualTo(3);
        file.delete();
        file.delete();
        assertThat(space.used()).isZero();
        assertThat(filesThere()).isZero();
    }

    @Test
    void ofThreeGigabytesNoMoreIsReadThanMayCome() throws IOException {
        ThreeGigabytes body = new ThreeGigabytes();
        assertThatThrownBy(() -> space.store("lan", body, 2 * MEGABYTE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2 MB");
        assertThat(body.read).isLessThanOrEqualTo(2 * MEGABYTE + 16 * 1024);
        assertThat(filesThere()).isZero();
        assertThat(space.used()).isZero();
    }

    @Test
    void aFileOfExactlyTheLimitIsTaken() throws IOException {
        assertThat(store("lan", 2 * MEGABYTE).size()).isEqualTo(2 * MEGABYTE);
    }

    @Test
    void onePersonHasSoMuchRoomOverAllForms() throws IOException {
        UploadSpace.Stored first = store("lan", 2 * MEGABYTE);
        assertThatThrownBy(() -> store("lan", 2 * MEGABYTE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("3 MB");
        assertThat(filesThere()).isOne();
        store("hùng", 2 * MEGABYTE);
        first.delete();
        store("lan", 2 * MEGABYTE);
    }

    @Test
    void allTogetherHaveSoMuchRoom() throws IOException {
        store("lan", 2 * MEGABYTE);
        store("hùng", 2 * MEGABYTE);
        assertThatThrownBy(() -> store("mai", 2 * MEGABYTE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("vài phút");
        assertThat(space.used()).isEqualTo(4 * MEGABYTE);
        store("mai", MEGABYTE);
    }

    @Test
    void whenTheSenderBreaksOffNothingIsLeft() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> space.store("lan", broken, MEGABYTE)).isInstanceOf(IOException.class);
        assertThat(filesThere()).isZero();
        assertThat(space.used()).isZero();
    }

    @Test
    void whatAStoppedServerLeftIsSweptAtTheNextStartAndWhatIsInUseIsNot() throws IOException {
        Path left = Files.createFile(folder.resolve("cu.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(2))));
        Path fresh = Files.createFile(folder.resolve("moi.tmp"));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));
        space.sweep();
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
    }
}
