package vn.hocba.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.hocba.shared.BaseEntity;

/** A sentence that a teacher keeps for later. */
@Entity
@Table(name = "comment_bank")
class OwnComment extends BaseEntity {

    String ownerId;
    String part;
    String level;
    String text;

    protected OwnComment() {}

    OwnComment(String ownerId, String part, String level, String text) {
        this.ownerId = ownerId;
        this.part = part;
        this.level = level;
        this.text = text;
    }
}
