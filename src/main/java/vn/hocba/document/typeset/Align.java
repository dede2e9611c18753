package vn.hocba.document.typeset;

/** Where a line stands in its width. */
public enum Align {
    LEFT(0f),
    CENTER(0.5f),
    RIGHT(1f);

    private final float share;

    Align(float share) {
        this.share = share;
    }

    /** The room to the left of a line, of the room that it leaves free. */
    float indent(float free) {
        return free * share;
    }
}
