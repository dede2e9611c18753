package vn.hocba.document.typeset;

import java.util.List;

/** Pieces one below the other that stay together. */
public record Stack(List<Piece> pieces) implements Piece {

    public Stack {
        pieces = List.copyOf(pieces);
    }

    @Override
    public float height() {
        return Piece.heightOf(pieces);
    }

    @Override
    public void draw(Canvas canvas, float x, float y) {
        float top = y;
        for (Piece piece : pieces) {
            piece.draw(canvas, x, top);
            top += piece.height();
        }
    }
}
