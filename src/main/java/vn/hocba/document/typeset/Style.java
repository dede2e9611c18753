package vn.hocba.document.typeset;

/**
 * How a piece of text looks.
 *
 * @param size in points
 */
public record Style(Face face, float size, Ink ink) {

    private static final float LEADING = 1.19f;

    public static Style regular(float size) {
        return new Style(Face.REGULAR, size, Ink.BLACK);
    }

    public static Style bold(float size) {
        return new Style(Face.BOLD, size, Ink.BLACK);
    }

    public static Style italic(float size) {
        return new Style(Face.ITALIC, size, Ink.BLACK);
    }

    public Style in(Ink other) {
        return new Style(face, size, other);
    }

    /** Height of a line in points; Vietnamese capitals with two marks stay inside it. */
    float lineHeight() {
        return size * LEADING;
    }
}
