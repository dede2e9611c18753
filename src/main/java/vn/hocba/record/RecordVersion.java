package vn.hocba.record;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.Sha256;

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
        packetHash = Sha256.of(bytes);
    }
}
