package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.hocba.shared.BaseEntity;

@Entity
@Table(name = "imported_mark")
class ImportedMarkRow extends BaseEntity {

    String classId;
    String pupilId;
    String part;
    String payload;
}
