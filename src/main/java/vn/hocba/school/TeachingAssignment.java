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

    /** How the form calls the subject in this class; null: as it calls it everywhere. */
    String formName;
}
