package vn.hocba.record;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import vn.hocba.shared.BaseEntity;

/** A pupil's level in one quality or competence. */
@Entity
public class TraitResult extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "year_record_id", nullable = false, updatable = false)
    private YearRecord yearRecord;

    private String traitCode;
    private int ordinal;
    private String level;

    protected TraitResult() {}

    TraitResult(YearRecord yearRecord, String traitCode, int ordinal) {
        this.yearRecord = yearRecord;
        this.traitCode = traitCode;
        this.ordinal = ordinal;
    }

    public String traitCode() {
        return traitCode;
    }

    public int ordinal() {
        return ordinal;
    }

    /** T, Đ or C; null while not entered. */
    public String level() {
        return level;
    }

    void enter(String newLevel) {
        level = newLevel;
    }
}
