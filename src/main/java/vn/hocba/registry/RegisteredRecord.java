package vn.hocba.registry;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import java.time.Instant;
import java.time.LocalDate;
import vn.hocba.calendar.Wave;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.InTime.Place;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.SchoolLevel;

/** One version of a year record in the province's own database. What it says stands in its packet; the columns are for finding it. */
@Entity
class RegisteredRecord extends BaseEntity {

    String lookupCode;
    String yearRecordId;
    int versionNo;
    String schoolCode;
    String schoolName;
    String provinceCode;
    int schoolYear;

    @Enumerated(EnumType.STRING)
    SchoolLevel level;

    int grade;
    String className;
    String pupilCode;
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    RegisteredState state;

    @Lob
    @Basic(fetch = FetchType.EAGER)
    byte[] packet;

    String packetHash;
    String signers;
    Instant receivedAt;
    LocalDate effectiveOn;
    boolean programmeCompleted;

    /** Whether it is frozen in the second wave although the programme is completed: completed in the summer, or left by the first wave. */
    boolean ofSecondWave;

    /** The extra window in which it was taken in; null: in time. */
    String windowId;

    /** Since when it has no effect any more; null while it has, or will have. */
    LocalDate withdrawnOn;

    String withdrawnBy;
    String withdrawnReason;
    String decisionNo;

    protected RegisteredRecord() {}

    RegisteredRecord(
            RecordSnapshot content, byte[] packet, String packetHash, String signers, Place place, Instant now) {
        this.lookupCode = content.lookupCode();
        this.yearRecordId = content.yearRecordId();
        this.versionNo = content.versionNo();
        this.schoolCode = content.issuer().schoolCode();
        this.schoolName = content.issuer().schoolName();
        this.provinceCode = content.issuer().provinceCode();
        this.schoolYear = content.schoolYear();
        this.level = content.level();
        this.grade = content.grade();
        this.className = content.className();
        this.pupilCode = content.pupil().moetCode();
        this.birthDate = content.pupil().birthDate();
        this.state = RegisteredState.ACCEPTED;
        this.packet = packet.clone();
        this.packetHash = packetHash;
        this.signers = signers;
        this.receivedAt = now;
        this.programmeCompleted = content.conclusion().completed();
        this.ofSecondWave = this.programmeCompleted && place.wave() == Wave.SECOND;
        this.windowId = place.windowId();
    }

    void become(RegisteredState other) {
        if (!state.mayBecome(other)) {
            throw new IllegalStateException("registered record " + id() + " cannot go from " + state + " to " + other);
        }
        state = other;
    }
}
