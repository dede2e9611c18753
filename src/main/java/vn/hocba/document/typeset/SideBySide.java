package vn.hocba.document.typeset;

import java.util.List;

/** Pieces next to each other, tops aligned. */
public record SideBySide(List<Column> columns) implements Piece {

    public SideBySide {
        columns = List.copyOf(columns);
    }

    /** A piece at x points from the left edge of the whole. */
    public record Column(float x, Piece piece) {}

    @Override
    public float height() {
        float height = 0;
        for (Column column : columns) {
            height = Math.max(height, column.piece().height());
        }
        return height;
    }

    @Override
    public void draw(Canvas canvas, float x, float y) {
        for (Column column : columns) {
            column.piece().draw(canvas, x + column.x(), y);
        }
    }
}
