package vn.hocba.document.typeset;

/** Something with a height that is never cut: a line, a row, a box. Lengths are points; y grows downwards from the top of the page. */
public interface Piece {

    float height();

    void draw(Canvas canvas, float x, float y);

    /** The height of pieces one below the other. */
    static float heightOf(Iterable<? extends Piece> pieces) {
        float height = 0;
        for (Piece piece : pieces) {
            height += piece.height();
        }
        return height;
    }
}
