package vn.hocba.record;

import jakarta.persistence.Entity;
import vn.hocba.shared.BaseEntity;

/** What a person typed and the rules refused, kept so that a reload does not lose it. */
@Entity
class RefusedEntry extends BaseEntity {

    /** What is kept, in characters: more than any rule allows, or a text refused for its length would look right once it was cut. */
    static final int LONGEST = 4000;

    String yearRecordId;
    String part;
    String field;
    String entered;

    protected RefusedEntry() {}

    RefusedEntry(String yearRecordId, String part, String field, String entered) {
        this.yearRecordId = yearRecordId;
        this.part = part;
        this.field = field;
        this.entered = shortened(entered);
    }

    void enter(String text) {
        entered = shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
