package vn.hocba.record;

import jakarta.persistence.Entity;
import vn.hocba.shared.BaseEntity;

/** What a person typed and the rules refused, kept so that a reload does not lose it. */
@Entity
class RefusedEntry extends BaseEntity {

    String yearRecordId;
    String part;
    String field;
    String entered;

    protected RefusedEntry() {}

    RefusedEntry(String yearRecordId, String part, String field, String entered) {
        this.yearRecordId = yearRecordId;
        this.part = part;
        this.field = field;
        this.entered = entered;
    }
}
