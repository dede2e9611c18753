package vn.hocba.document.typeset;

import java.util.List;

/** A line of text, set. */
record Line(List<Part> parts, float indent, float height) implements Piece {

    private static final float DESCENT = 0.24f;

    /** A stretch of one style, x points from the start of the line. */
    record Part(String text, Style style, float x) {}

    @Override
    public void draw(Canvas canvas, float x, float y) {
        float size = 0;
        for (Part part : parts) {
            size = Math.max(size, part.style().size());
        }
        float baseline = y + height - DESCENT * size;
        for (Part part : parts) {
            canvas.text(part.text(), part.style(), x + indent + part.x(), baseline);
        }
    }
}
