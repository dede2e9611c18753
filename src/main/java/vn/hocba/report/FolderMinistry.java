package vn.hocba.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocba.shared.Delivery;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.shared.Unreachable;

/** Lays parts down in a folder, for those who bring them to the ministry: each appears whole or not at all, and is never overwritten by another. */
class FolderMinistry implements MinistryGateway {

    private static final Logger LOG = LoggerFactory.getLogger(FolderMinistry.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final Clock clock;

    FolderMinistry(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Delivery<MinistryReceipt> send(Parcel parcel) {
        Path file = folder.resolve(parcel.name());
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                layDown(file, parcel.content());
            }
            String found = Sha256.of(Files.readAllBytes(file));
            if (!found.equals(parcel.hash())) {
                return new Delivery.TurnedDown<>(Texts.vi("report.folder.other-content", parcel.name()));
            }
            return new Delivery.Answered<>(new MinistryReceipt(parcel.name(), clock.instant(), found));
        } catch (IOException e) {
            throw new Unreachable(e, "report.folder.unreachable", e.getClass().getSimpleName());
        }
    }

    private void layDown(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(folder, ".", ".tmp");
        try {
            if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(unfinished, OWNER_ONLY);
            }
            Files.write(unfinished, content);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            takeName(file, unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Another node may lay down the same part at the same moment: the name is taken in one step, and what lies there is left alone. */
    static void takeName(Path file, Path finished) throws IOException {
        try {
            Files.createLink(file, finished);
        } catch (FileAlreadyExistsException other) {
            LOG.info("{} was laid down by somebody else", file.getFileName());
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
