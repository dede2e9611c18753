package vn.hocba.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about sandbox keys.
 *
 * @param secretFile holds the secret that encrypts the authority's keys; created at first start
 * @param pinLength least number of characters of a PIN
 * @param wrongPins how many wrong PINs in a row lock a key
 * @param pinLock how long it stays locked
 * @param keyRounds PBKDF2 rounds that an unlock costs
 * @param certificateValidity of a person or a school
 * @param foreignRoots files with the roots of other installations (DER or PEM), whose signatures on hand-overs are trusted
 */
@ConfigurationProperties("hocba.signing")
record SigningPolicy(
        Path secretFile,
        int pinLength,
        int wrongPins,
        Duration pinLock,
        int keyRounds,
        Duration certificateValidity,
        List<Path> foreignRoots) {

    SigningPolicy {
        foreignRoots = foreignRoots == null ? List.of() : List.copyOf(foreignRoots);
    }
}
