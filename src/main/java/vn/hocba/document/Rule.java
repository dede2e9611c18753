package vn.hocba.document;

import vn.hocba.document.typeset.Canvas;
import vn.hocba.document.typeset.Ink;
import vn.hocba.document.typeset.Piece;

/** The line below the motto (NĐ 30/2020 Phụ lục I), centred in a width. */
record Rule(float width, float length) implements Piece {

    private static final float HEIGHT = 4;

    @Override
    public float height() {
        return HEIGHT;
    }

    @Override
    public void draw(Canvas canvas, float x, float y) {
        float start = x + (width - length) / 2;
        canvas.line(start, y + HEIGHT / 2, start + length, y + HEIGHT / 2, 0.7f, Ink.BLACK);
    }
}
