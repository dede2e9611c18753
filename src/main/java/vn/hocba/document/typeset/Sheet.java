package vn.hocba.document.typeset;

/**
 * The paper and the part of it that takes text, in points.
 *
 * @param top of the part that takes text, from the top of the page
 * @param bottom of the part that takes text, from the top of the page
 */
public record Sheet(float left, float top, float right, float bottom) {

    /** A4 portrait. */
    public static final float PAGE_WIDTH = mm(210);

    public static final float PAGE_HEIGHT = mm(297);

    /** Points in so many millimetres. */
    public static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    public float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }
}
