package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.hocba.shared.BaseEntity;

@Entity
@Table(name = "teaching_assignment")
class TeachingAssignment extends BaseEntity {

    String classId;
    String subjectCode;
    String staffId;
}
