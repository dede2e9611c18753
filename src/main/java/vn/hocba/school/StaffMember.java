package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;

@Entity
@Table(name = "staff")
class StaffMember extends BaseEntity {

    String schoolId;
    String moetCode;
    String fullName;
    LocalDate birthDate;
    String gender;
    String personalId;
    String position;
    String title;
    String email;
    String phone;

    /** Belongs to the school: works there, or is away for a while only. */
    boolean working;

    boolean onLeave;
}
