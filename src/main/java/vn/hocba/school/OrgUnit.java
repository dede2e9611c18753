package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.SchoolLevel;

@Entity
@Table(name = "org_unit")
class OrgUnit extends BaseEntity {

    String code;

    @Enumerated(EnumType.STRING)
    UnitKind kind;

    String name;
    String parentId;
    String path;

    @Enumerated(EnumType.STRING)
    SchoolLevel level;

    String taxCode;
    String place;
    String commune;
    String province;
    LocalDate validFrom;
    LocalDate validTo;
}
