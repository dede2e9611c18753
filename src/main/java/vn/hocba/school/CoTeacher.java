package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.hocba.shared.BaseEntity;

/** Somebody who teaches a subject of a class beside the teacher who answers for it. */
@Entity
@Table(name = "co_teacher")
class CoTeacher extends BaseEntity {

    String classId;
    String subjectCode;
    String staffId;
}
