package vn.hocba.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

@Entity
class SandboxKey extends BaseEntity {

    String certificateId;

    @Column(columnDefinition = "longblob")
    byte[] pkcs8;

    int wrongPins;
    Instant lockedUntil;

    protected SandboxKey() {}

    SandboxKey(String certificateId, byte[] pkcs8) {
        this.certificateId = certificateId;
        this.pkcs8 = pkcs8;
    }
}
