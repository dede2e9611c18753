package vn.hocba.request;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.Sha256;

/** Evidence that came with a request or a decision. */
@Entity
class RequestFile extends BaseEntity {

    private static final int NAME_LENGTH = 200;

    String requestId;
    String name;

    @Lob
    @Basic(fetch = FetchType.EAGER)
    byte[] content;

    String sha256;
    String byName;
    Instant at;

    protected RequestFile() {}

    RequestFile(String requestId, Evidence evidence, String byName, Instant now) {
        this.requestId = requestId;
        this.name = evidence.name().length() <= NAME_LENGTH
                ? evidence.name()
                : evidence.name().substring(evidence.name().length() - NAME_LENGTH);
        this.content = evidence.content();
        this.sha256 = Sha256.of(evidence.content());
        this.byName = byName;
        this.at = now;
    }
}
