package vn.hocba.document.typeset;

import java.util.List;

/** A row of bordered cells. Between pages it is cut between pieces, never through one. */
public record Row(List<Cell> cells) implements Piece {

    private static final float BORDER = 0.6f;
    private static final int FEWEST_PIECES = 2;

    public Row {
        cells = List.copyOf(cells);
    }

    public Row(Cell... cells) {
        this(List.of(cells));
    }

    /** What stays on this page and what goes on to the next. */
    record Cut(Row here, Row next) {}

    @Override
    public float height() {
        float height = 0;
        for (Cell cell : cells) {
            height = Math.max(height, cell.height());
        }
        return height;
    }

    @Override
    public void draw(Canvas canvas, float x, float y) {
        float height = height();
        float left = x;
        for (Cell cell : cells) {
            canvas.frame(left, y, cell.width(), height, BORDER, Ink.BLACK);
            float above = cell.middle() ? (height - cell.height()) / 2 : 0;
            new Stack(cell.pieces())
                    .draw(canvas, left + cell.padding().x(), y + cell.padding().y() + above);
            left += cell.width();
        }
    }

    /** Cuts the row at a height; null when no cell that has to be cut could leave enough on this page. */
    Cut cutAt(float height) {
        boolean worthwhile = false;
        for (Cell cell : cells) {
            int fitting = cell.fitting(height);
            if (fitting == 0 && !cell.pieces().isEmpty()) {
                return null;
            }
            worthwhile |= fitting >= FEWEST_PIECES && fitting < cell.pieces().size();
        }
        return worthwhile
                ? new Cut(
                        new Row(cells.stream()
                                .map(cell -> cell.first(cell.fitting(height)))
                                .toList()),
                        new Row(cells.stream()
                                .map(cell -> cell.after(cell.fitting(height)))
                                .toList()))
                : null;
    }
}
