package vn.hocba.school;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Joined by commas; null for none. */
    String otherLevels;

    /** Of a school of several levels those of which no records are kept here. */
    Set<SchoolLevel> others() {
        return otherLevels == null
                ? Set.of()
                : Stream.of(otherLevels.split(",")).map(SchoolLevel::valueOf).collect(Collectors.toSet());
    }

    void others(Set<SchoolLevel> others) {
        otherLevels = others.isEmpty()
                ? null
                : others.stream().sorted().map(SchoolLevel::name).collect(Collectors.joining(","));
    }

    /** All of a school. */
    Set<SchoolLevel> levels() {
        Set<SchoolLevel> all = new HashSet<>(others());
        all.add(level);
        return all;
    }
}
