package vn.hocba.record;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import vn.hocba.assessment.AssessedBy;

/** What a record's pupil is measured by, as it is stored. */
@Embeddable
class KeptMeasure {

    @Enumerated(EnumType.STRING)
    private AssessedBy assessedBy = AssessedBy.REGULATION;

    private String assessedGround;

    AssessedBy by() {
        return assessedBy;
    }

    /** Null where nobody has decided anything. */
    String ground() {
        return assessedGround;
    }

    void become(AssessedBy by, String ground) {
        assessedBy = by;
        assessedGround = ground;
    }
}
