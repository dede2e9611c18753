package vn.hocba.workflow;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import vn.hocba.shared.BaseEntity;

@Entity
class Batch extends BaseEntity {

    String kind;
    String accountId;
    String schoolId;
    String classId;
    String parameter;

    @Enumerated(EnumType.STRING)
    BatchState state;

    /** Of which one runs at a time; null where several may. */
    String stepKey;

    int total;
    String stopReason;
    Instant createdAt;
    Instant finishedAt;
}
