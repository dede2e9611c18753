package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.hocba.shared.BaseEntity;

@Entity
@Table(name = "school_class")
class SchoolClass extends BaseEntity {

    String schoolId;
    int schoolYear;
    String name;
    int grade;
    String homeroomStaffId;

    /** The combined class (lớp ghép) that it is taught in; null for none. */
    String room;

    /** The place of the school where it is taught (điểm trường); null where the list does not say it. */
    String site;

    /** Lớp học linh hoạt: only some subjects have to be assessed. */
    boolean flexible;
}
