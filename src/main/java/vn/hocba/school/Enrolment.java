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
}
