package vn.hocba.assessment;

/** How a symbol stands among those that may stand in its cell. */
public enum Rank {
    BEST,
    MIDDLE,
    WORST,
    /** It says that the part is left out, as of an exempt pupil. */
    LEFT_OUT
}
