package vn.hocba.record;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.hocba.shared.BaseEntity;

/** A pupil's result in one subject: the row that its teacher fills in and finishes. */
@Entity
public class SubjectResult extends BaseEntity {

    /** What a regulation's contents say in the place of the level of an exempt pupil. */
    public static final String EXEMPT = "M";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "year_record_id", nullable = false, updatable = false)
    private YearRecord yearRecord;

    private String subjectCode;
    private int ordinal;
    private String level;
    private Integer mark;
    private boolean exempt;
    private String comment;
    private String teacherId;
    private boolean finished;

    protected SubjectResult() {}

    SubjectResult(YearRecord yearRecord, String subjectCode, int ordinal, String teacherId) {
        this.yearRecord = yearRecord;
        this.subjectCode = subjectCode;
        this.ordinal = ordinal;
        this.teacherId = teacherId;
    }

    public String subjectCode() {
        return subjectCode;
    }

    public int ordinal() {
        return ordinal;
    }

    /** T, H or C; null while not entered, or when exempt. */
    public String level() {
        return level;
    }

    /** KTĐK, 0 to 10; null while not entered, where there is none, or when exempt. */
    public Integer mark() {
        return exempt ? null : mark;
    }

    /** Whether the pupil is exempt («Miễn»); the rules leave the row out. */
    public boolean exempt() {
        return exempt;
    }

    public String comment() {
        return comment;
    }

    /** The member of staff who fills in the row; null where nobody is assigned. */
    public String teacherId() {
        return teacherId;
    }

    /** Whether the teacher has said «Hoàn tất» to this row. */
    public boolean finished() {
        return finished;
    }

    /** The row as the regulation reads it; a mark that stays behind an exemption is there, and closed. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        YearRecord.put(cells, "level", exempt ? EXEMPT : level);
        YearRecord.put(cells, "mark", mark);
        YearRecord.put(cells, "comment", comment);
        return cells;
    }

    void enter(String newLevel, Integer newMark, boolean newExempt, String newComment) {
        level = newLevel;
        mark = newMark;
        exempt = newExempt;
        comment = newComment;
    }

    /** A mark stays behind an exemption until the row is finished: whoever typed «M» by mistake has it back with the level. */
    void enterLevel(String newLevel, boolean newExempt) {
        level = newLevel;
        exempt = newExempt;
    }

    void enterMark(Integer newMark) {
        mark = newMark;
    }

    void enterComment(String newComment) {
        comment = newComment;
    }

    void finish(boolean nowFinished) {
        finished = nowFinished;
        if (finished) {
            mark = mark();
        }
    }

    void assignTo(String staffId) {
        teacherId = staffId;
    }
}
