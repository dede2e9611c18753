package vn.hocba.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import vn.hocba.shared.Ids;

@Entity
class AuditEvent {

    @Id
    String id = Ids.next();

    String subject;
    int seq;
    Instant at;
    String actor;
    String actorName;
    String actorTitle;
    String action;
    String detail;
    String previous;
    String hash;
}
