package vn.hocba.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.Ids;
import vn.hocba.shared.SchoolLevel;

/** Học bạ: one per pupil and level, with the look-up code that stays for life (CV 1396 annex). */
@Entity
class SchoolRecord extends BaseEntity {

    private String lookupCode;
    private String pupilId;

    @Enumerated(EnumType.STRING)
    private SchoolLevel level;

    private String origin;

    protected SchoolRecord() {}

    SchoolRecord(String pupilId, SchoolLevel level) {
        this(pupilId, level, Ids.unguessable());
    }

    /** One that another Sở kept until now. */
    SchoolRecord(String pupilId, SchoolLevel level, String lookupCode) {
        this.lookupCode = lookupCode;
        this.pupilId = pupilId;
        this.level = level;
        this.origin = "BORN_DIGITAL";
    }

    String lookupCode() {
        return lookupCode;
    }

    SchoolLevel level() {
        return level;
    }
}
