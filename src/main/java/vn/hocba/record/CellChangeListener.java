package vn.hocba.record;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Part;

/** Sees each record and each part of it that is written: whoever comes to change one need not think of keeping the change. */
@Component
class CellChangeListener {

    private final CellChanges changes;

    CellChangeListener(CellChanges changes) {
        this.changes = changes;
    }

    @PostLoad
    @PostPersist
    @PostUpdate
    void stored(Object row) {
        if (row instanceof RecordPart part) {
            part.rememberStored();
        } else if (row instanceof YearRecord record) {
            record.keptReward().rememberStored();
        }
    }

    @PreUpdate
    void changing(Object row) {
        if (row instanceof RecordPart part) {
            changes.keep(part.record(), part.code(), part.stored(), part.cells());
        } else if (row instanceof YearRecord record) {
            KeptReward reward = record.keptReward();
            changes.keep(record, Part.CLASS, reward.stored(), reward.cells());
        }
    }

    /** A subject that a pupil is no longer taught leaves the record with all that was entered. */
    @PreRemove
    void removing(Object row) {
        if (row instanceof RecordPart part) {
            changes.keep(part.record(), part.code(), part.stored(), Map.of());
        }
    }
}
