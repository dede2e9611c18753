package vn.hocba.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

/** Somebody says that a certificate is a person's although it does not bear that person's CCCD. */
@Entity
class CertificateClaim extends BaseEntity {

    /** What became of it. */
    enum State {
        WAITING,
        APPROVED,
        REFUSED
    }

    String staffId;
    String provider;
    String serial;

    @Column(columnDefinition = "longblob")
    byte[] encoded;

    @Enumerated(EnumType.STRING)
    State state;

    String claimedBy;
    Instant claimedAt;
    String reason;
    String decidedBy;
    Instant decidedAt;

    protected CertificateClaim() {}

    /** @param claimedBy user name */
    CertificateClaim(
            String staffId, String provider, String serial, byte[] encoded, String claimedBy, Instant claimedAt) {
        this.staffId = staffId;
        this.provider = provider;
        this.serial = serial;
        this.encoded = encoded;
        this.state = State.WAITING;
        this.claimedBy = claimedBy;
        this.claimedAt = claimedAt;
    }

    void decide(State what, String why, String by, Instant now) {
        state = what;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }
}
