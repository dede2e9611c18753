package vn.hocba.shared;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes identifiers: 32 lower-case hexadecimal digits. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A time-ordered identifier (RFC 9562 UUID version 7 without hyphens): neighbours in time are neighbours in the index. */
    public static String next() {
        byte[] bytes = random();
        long millis = System.currentTimeMillis();
        for (int i = 5; i >= 0; i--) {
            bytes[i] = (byte) millis;
            millis >>>= 8;
        }
        bytes[6] = (byte) (0x70 | bytes[6] & 0x0f);
        return hex(bytes);
    }

    /** An unguessable identifier (UUID version 4 without hyphens): the look-up code of a record, CV 1396 annex. */
    public static String unguessable() {
        byte[] bytes = random();
        bytes[6] = (byte) (0x40 | bytes[6] & 0x0f);
        return hex(bytes);
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        bytes[8] = (byte) (0x80 | bytes[8] & 0x3f);
        return HexFormat.of().formatHex(bytes);
    }
}
