package vn.hocba.request;

import jakarta.persistence.Entity;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

/** What somebody decided about a request. */
@Entity
class RequestDecision extends BaseEntity {

    String requestId;
    String step;
    String decision;
    String reason;
    String byName;
    Instant at;

    protected RequestDecision() {}

    RequestDecision(String requestId, String step, String decision, String reason, String byName, Instant now) {
        this.requestId = requestId;
        this.step = step;
        this.decision = decision;
        this.reason = reason;
        this.byName = byName;
        this.at = now;
    }
}
