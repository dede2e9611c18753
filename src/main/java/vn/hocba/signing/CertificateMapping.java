package vn.hocba.signing;

import jakarta.persistence.Entity;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

@Entity
class CertificateMapping extends BaseEntity {

    String serial;
    String ownerId;
    String reason;
    String approvedBy;
    Instant approvedAt;
}
