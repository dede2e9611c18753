package vn.hocba.document.typeset;

import java.util.List;

/**
 * Pieces inside a border.
 *
 * @param width of the whole, border included
 * @param padding between border and pieces
 */
public record Box(List<Piece> pieces, float width, float padding, float lineWidth, Ink ink) implements Piece {

    public Box {
        pieces = List.copyOf(pieces);
    }

    @Override
    public float height() {
        return Piece.heightOf(pieces) + 2 * padding;
    }

    @Override
    public void draw(Canvas canvas, float x, float y) {
        canvas.frame(x, y, width, height(), lineWidth, ink);
        new Stack(pieces).draw(canvas, x + padding, y + padding);
    }
}
