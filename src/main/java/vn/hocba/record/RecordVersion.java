package vn.hocba.record;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import vn.hocba.shared.BaseEntity;

/** What was signed: the packet of one version. It only ever gains signatures. */
@Entity
class RecordVersion extends BaseEntity {

    static final String CURRENT = "CURRENT";
    static final String VOID = "VOID";

    /** The accepted version, while one is being made that is to replace it. */
    static final String IN_FORCE = "IN_FORCE";

    static final String REPLACED = "REPLACED";
    static final String WITHDRAWN = "WITHDRAWN";

    String yearRecordId;
    int versionNo;
    String state;

    @Lob
    @Basic(fetch = FetchType.EAGER)
    byte[] packet;

    String packetHash;
    Instant createdAt;

    protected RecordVersion() {}

    RecordVersion(String yearRecordId, int versionNo, byte[] packet, Instant now) {
        this.yearRecordId = yearRecordId;
        this.versionNo = versionNo;
        this.state = CURRENT;
        this.createdAt = now;
        put(packet);
    }

    final void put(byte[] bytes) {
        packet = bytes;
        packetHash = sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
