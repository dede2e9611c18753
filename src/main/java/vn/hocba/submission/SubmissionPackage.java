package vn.hocba.submission;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import java.time.Instant;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.BaseEntity;

/** The records of a class, signed together and sent together. */
@Entity
class SubmissionPackage extends BaseEntity {

    private static final int ERROR_LENGTH = 1000;

    String schoolId;
    String classId;
    int schoolYear;

    @Enumerated(EnumType.STRING)
    PackageState state;

    @Lob
    @Basic(fetch = FetchType.EAGER)
    byte[] content;

    String contentHash;
    int attempts;
    String lastError;
    Instant failedSince;
    String createdBy;
    Instant createdAt;
    Instant answeredAt;

    protected SubmissionPackage() {}

    SubmissionPackage(String id, ClassInfo info, String createdBy, Instant now) {
        super(id);
        this.schoolId = info.schoolId();
        this.classId = info.id();
        this.schoolYear = info.schoolYear();
        this.state = PackageState.READY;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void notSent(String error, Instant now) {
        attempts++;
        failed(error, now);
    }

    void answered(Instant now) {
        attempts++;
        state = PackageState.ANSWERED;
        answeredAt = now;
        recovered();
    }

    /** It will not be sent. Its records have to be told all the same. */
    void givenUp() {
        state = PackageState.ANSWERED;
        recovered();
    }

    void notDelivered(String error, Instant now) {
        failed(error, now);
    }

    void delivered() {
        state = answeredAt == null ? PackageState.NOT_SENT : PackageState.DELIVERED;
        recovered();
    }

    private void failed(String error, Instant now) {
        lastError = error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
        if (failedSince == null) {
            failedSince = now;
        }
    }

    private void recovered() {
        lastError = null;
        failedSince = null;
    }
}
