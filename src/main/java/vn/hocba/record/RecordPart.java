package vn.hocba.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.hocba.assessment.Part;
import vn.hocba.shared.BaseEntity;
import vn.hocba.shared.KeyedTexts;

/** What was entered into one part of a year record, cell by cell: a subject's row, or what concerns the pupil as a whole. */
@Entity
@EntityListeners(CellChangeListener.class)
public class RecordPart extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "year_record_id", nullable = false, updatable = false)
    private YearRecord yearRecord;

    private String code;

    @Enumerated(EnumType.STRING)
    private Part.Kind kind;

    private int ordinal;
    private String staffId;
    private boolean finished;
    private String cells = KeyedTexts.NONE;

    /** What {@link #cells} says, once it was asked for. */
    @Transient
    private SortedMap<String, String> read;

    /** What {@link #cells} said when it was last read from the table or written to it. */
    @Transient
    private String stored = KeyedTexts.NONE;

    protected RecordPart() {}

    RecordPart(YearRecord yearRecord, Part part, int ordinal, String staffId) {
        this.yearRecord = yearRecord;
        this.code = part.code();
        this.kind = part.kind();
        this.ordinal = ordinal;
        this.staffId = staffId;
    }

    YearRecord record() {
        return yearRecord;
    }

    /** What the table says. */
    Map<String, String> stored() {
        return KeyedTexts.read(stored);
    }

    void rememberStored() {
        stored = cells;
    }

    /** Of the part in the regulation: a subject's code, or {@link Part#CLASS}. */
    public String code() {
        return code;
    }

    public Part.Kind kind() {
        return kind;
    }

    /** The member of staff who fills it in; null where nobody is assigned, and for the part of the class, which goes with the office of its homeroom teacher. */
    public String staffId() {
        return staffId;
    }

    /** Whether the teacher of a subject has said «Hoàn tất». */
    public boolean finished() {
        return finished;
    }

    /** The cells that say something, by code, as the regulation keeps their values; what stands in closed ones too. */
    public Map<String, String> cells() {
        if (read == null) {
            read = KeyedTexts.read(cells);
        }
        return read;
    }

    /** What stands in a cell; empty for nothing. */
    public Optional<String> cell(String cell) {
        return Optional.ofNullable(cells().get(cell));
    }

    /** @param text as the regulation keeps it; empty or null clears the cell */
    void put(String cell, String text) {
        Map<String, String> now = new TreeMap<>(cells());
        now.put(cell, text);
        replace(now);
    }

    /** Whatever stood there before is gone. */
    void replace(Map<String, String> now) {
        cells = KeyedTexts.write(now);
        read = null;
    }

    /** @param closed cells that say nothing: what is left in them goes */
    void finish(Collection<String> closed) {
        finished = true;
        if (closed.stream().anyMatch(cells()::containsKey)) {
            Map<String, String> now = new TreeMap<>(cells());
            now.keySet().removeAll(closed);
            replace(now);
        }
    }

    void reopen() {
        finished = false;
    }

    void assignTo(String staff) {
        staffId = staff;
    }

    void place(int now) {
        ordinal = now;
    }
}
