package vn.hocba.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A random secret in a file beside the database, readable by its owner only. Keys are encrypted under it, so a stolen copy of the database alone opens
 * none and does not allow PINs to be guessed.
 */
@Component
class InstallationSecret {

    private final Path file;
    private volatile String secret;

    InstallationSecret(SigningPolicy policy) {
        file = policy.secretFile();
    }

    /** @throws IllegalStateException when keys exist but the file is gone: a new secret would open none of them */
    char[] required() {
        if (secret == null) {
            if (!Files.exists(file)) {
                throw new IllegalStateException(
                        "The keys in the database were encrypted under the secret in "
                                + file.toAbsolutePath()
                                + ", which is missing. Copy this file from another node of the installation, restore it from the backup, or start with an empty database.");
            }
            secret = read();
        }
        return secret.toCharArray();
    }

    /** The secret, made now where there is none yet. */
    char[] createdIfMissing() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = Files.newByteChannel(
                    file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                channel.write(java.nio.ByteBuffer.wrap(
                        HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII)));
            } catch (FileAlreadyExistsException e) {
                return required();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file.toAbsolutePath(), e);
        }
        return required();
    }

    private String read() {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (text.length() != 64) {
                throw new IllegalStateException(file.toAbsolutePath() + " does not hold a secret of 64 digits");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.toAbsolutePath(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
