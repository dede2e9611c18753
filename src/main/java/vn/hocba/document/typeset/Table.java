package vn.hocba.document.typeset;

import java.util.List;

/** Rows under a header that each page repeats. */
public record Table(Row header, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }

    public float height() {
        return header.height() + Piece.heightOf(rows);
    }
}
