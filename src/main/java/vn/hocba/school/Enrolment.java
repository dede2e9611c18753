package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;

@Entity
@Table(name = "enrolment")
class Enrolment extends BaseEntity {

    String pupilId;
    String classId;
    String schoolId;
    int schoolYear;

    @Enumerated(EnumType.STRING)
    EnrolmentStatus status;

    int ordinal;
    LocalDate since;
    LocalDate until;

    /** Số đăng bộ at the school; null where nobody has said it. */
    String registerNo;

    /** Ngày nhập học, chuyển đến: since when the pupil is at the school; null where nobody has said it. */
    LocalDate enteredOn;

    /** When a person of the school last set down the class or the status on a screen; null where a list alone did. */
    LocalDate decidedOn;

    /** Another class of the same school: the pupil came to it as before. */
    void cameAs(Enrolment former) {
        registerNo = former.registerNo;
        enteredOn = former.enteredOn;
    }
}
