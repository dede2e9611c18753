package vn.hocba.registry;

import jakarta.persistence.Entity;
import vn.hocba.shared.BaseEntity;

/** A decision of a province. */
@Entity
class ProvincePolicy extends BaseEntity {

    String provinceCode;
    String name;
    String setting;

    protected ProvincePolicy() {}

    ProvincePolicy(String provinceCode, String name) {
        this.provinceCode = provinceCode;
        this.name = name;
    }
}
