package vn.hocba.ui;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Where files that were uploaded lie until they are used: on the disk and not in memory, so much of one person and so much of all. */
@Component
class UploadSpace {

    /** Longer than any session lasts: what is older was left by a server that was stopped. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final int CHUNK = 16 * 1024;

    private final Path folder;
    private final UploadPolicy policy;
    private final Clock clock;
    private final Map<String, Long> ofPerson = new ConcurrentHashMap<>();
    private final AtomicLong ofAll = new AtomicLong();

    UploadSpace(UploadPolicy policy, Clock clock) {
        this.folder = policy.folder();
        this.policy = policy;
        this.clock = clock;
    }

    /** A file as it lies there. */
    final class Stored {

        private final Path path;
        private final String person;
        private long size;

        private Stored(Path path, String person) {
            this.path = path;
            this.person = person;
        }

        long size() {
            return size;
        }

        byte[] content() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** It is not needed any more; again and again does no harm. */
        synchronized void delete() {
            giveBack(person, size);
            size = 0;
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @PostConstruct
    void sweep() throws IOException {
        Files.createDirectories(folder);
        Instant before = clock.instant().minus(LEFT_BEHIND);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Writes what comes to the disk, and stops reading at the first byte that is too much.
     *
     * @param limit bytes of this file
     * @throws Refused when the file is larger, or there is no room for it
     * @throws IOException when the sender broke off
     */
    Stored store(String person, InputStream content, long limit) throws IOException {
        Stored stored = new Stored(Files.createTempFile(folder, "", ".tmp"), person);
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(stored.path)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                if (stored.size + read > limit) {
                    throw Refused.invalid("ui.upload.refused.size", inMegabytes(limit));
                }
                take(person, read);
                stored.size += read;
                out.write(chunk, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                stored.delete();
            }
        }
        return stored;
    }

    /** Bytes that lie there now. */
    long used() {
        return ofAll.get();
    }

    static long inMegabytes(long bytes) {
        return bytes / 1024 / 1024;
    }

    private void take(String person, int bytes) {
        long limit = policy.perPerson().toBytes();
        if (ofPerson.merge(person, (long) bytes, Long::sum) > limit) {
            giveBackOfPerson(person, bytes);
            throw Refused.invalid("ui.upload.refused.person", inMegabytes(limit));
        }
        if (ofAll.addAndGet(bytes) > policy.together().toBytes()) {
            giveBack(person, bytes);
            throw Refused.invalid("ui.upload.refused.server");
        }
    }

    private void giveBack(String person, long bytes) {
        ofAll.addAndGet(-bytes);
        giveBackOfPerson(person, bytes);
    }

    private void giveBackOfPerson(String person, long bytes) {
        ofPerson.computeIfPresent(person, (key, held) -> held <= bytes ? null : held - bytes);
    }
}
