package vn.hocba.document.typeset;

import java.util.List;

/**
 * A cell of a row.
 *
 * @param width of the whole cell
 * @param padding between its border and its pieces
 * @param middle whether the pieces stand half-way down, not at the top
 * @param continued what it shows on the next page when the row goes on there
 */
public record Cell(float width, Padding padding, boolean middle, List<Piece> pieces, List<Piece> continued) {

    /** Room on the left and on the right (x), above and below (y), in points. */
    public record Padding(float x, float y) {

        public static final Padding NONE = new Padding(0, 0);

        /** The width that is left for text. */
        public float inside(float width) {
            return width - 2 * x;
        }
    }

    public Cell {
        pieces = List.copyOf(pieces);
        continued = List.copyOf(continued);
    }

    public Cell(float width, Padding padding, boolean middle, List<Piece> pieces) {
        this(width, padding, middle, pieces, List.of());
    }

    float height() {
        return Piece.heightOf(pieces) + 2 * padding.y();
    }

    /** How many of the pieces fit a height. */
    int fitting(float height) {
        float left = height - 2 * padding.y();
        int count = 0;
        for (Piece piece : pieces) {
            left -= piece.height();
            if (left < 0) {
                break;
            }
            count++;
        }
        return count;
    }

    Cell first(int count) {
        return new Cell(width, padding, middle && count == pieces.size(), pieces.subList(0, count), continued);
    }

    Cell after(int count) {
        List<Piece> rest = count == pieces.size() ? continued : pieces.subList(count, pieces.size());
        return new Cell(width, padding, false, rest, continued);
    }
}
