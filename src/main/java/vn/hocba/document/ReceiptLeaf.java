package vn.hocba.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What the Sở confirms of one version, as an entry of a signed list. Each has a salt of its own: whoever holds a neighbour's path cannot try out what this entry says.
 * Kinds have different hashes even where they say the same, and every value is preceded by its length, so that no value can run into the next.
 */
public sealed interface ReceiptLeaf {

    /** Bytes of a salt. */
    int SALT = 16;

    /** What a list confirms. */
    enum Kind {
        /** That versions are frozen, and since when they are in effect. */
        FREEZE,
        /** How versions that were handed in have been answered. */
        INTAKE
    }

    /** What it confirms. */
    Kind kind();

    /** The year record whose version it is of. */
    String yearRecordId();

    /** From 1. */
    int versionNo();

    /** SHA-256 of the packet as it was handed in, hexadecimal. */
    String packetHash();

    /** Hexadecimal, {@value #SALT} bytes. */
    String salt();

    /** Its hash in the tree. */
    byte[] hash();

    /**
     * A frozen version.
     *
     * @param lookupCode of the record
     * @param effectiveOn ngày hiệu lực (CV 1396, annex 1.2)
     */
    record Frozen(
            String lookupCode,
            String yearRecordId,
            int versionNo,
            String packetHash,
            LocalDate effectiveOn,
            String salt)
            implements ReceiptLeaf {

        @Override
        public Kind kind() {
            return Kind.FREEZE;
        }

        @Override
        public byte[] hash() {
            return hashOf(
                    kind(),
                    salt,
                    lookupCode,
                    yearRecordId,
                    Integer.toString(versionNo),
                    packetHash,
                    effectiveOn.toString());
        }
    }

    /**
     * A version that was handed in and answered.
     *
     * @param receiptNo such as «BN-2027-000123»
     * @param accepted whether it was taken in
     * @param at when it was answered
     */
    record Answered(
            String receiptNo,
            String yearRecordId,
            int versionNo,
            String packetHash,
            boolean accepted,
            Instant at,
            String salt)
            implements ReceiptLeaf {

        @Override
        public Kind kind() {
            return Kind.INTAKE;
        }

        @Override
        public byte[] hash() {
            return hashOf(
                    kind(),
                    salt,
                    receiptNo,
                    yearRecordId,
                    Integer.toString(versionNo),
                    packetHash,
                    Boolean.toString(accepted),
                    at.toString());
        }
    }

    private static byte[] hashOf(Kind kind, String salt, String... values) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(entry)) {
            put(out, kind.name().getBytes(StandardCharsets.UTF_8));
            put(out, HexFormat.of().parseHex(salt));
            for (String value : values) {
                put(out, value.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return HashTree.leaf(entry.toByteArray());
    }

    private static void put(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
