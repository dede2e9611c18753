package vn.hocba.document.typeset;

import java.util.ArrayList;
import java.util.List;

/** Puts pieces one below the other and begins a new page where there is no more room. */
public final class Flow {

    /** A row higher than this share of a page is cut rather than moved whole, or half a page would stay empty. */
    private static final float CUT_ABOVE = 0.22f;

    private final Sheet sheet;
    private final List<List<Placed>> pages = new ArrayList<>();
    private float y;

    public Flow(Sheet sheet) {
        this.sheet = sheet;
        newPage();
    }

    /** A piece at its place. */
    record Placed(Piece piece, float x, float y) {}

    List<List<Placed>> pages() {
        return pages;
    }

    public Sheet sheet() {
        return sheet;
    }

    /** Begins a page, unless nothing stands on this one yet. */
    public void newPage() {
        if (pages.isEmpty() || !pages.get(pages.size() - 1).isEmpty()) {
            pages.add(new ArrayList<>());
            y = sheet.top();
        }
    }

    /** Begins a page if so much does not fit on this one but would on an empty one. */
    public void ensure(float height) {
        if (height > remaining() && height <= sheet.height()) {
            newPage();
        }
    }

    public void add(Piece piece) {
        ensure(piece.height());
        place(piece, sheet.left(), y);
        y += piece.height();
    }

    public void addAll(List<Piece> pieces) {
        pieces.forEach(this::add);
    }

    /** Leaves room, except where a page begins. */
    public void gap(float height) {
        if (y > sheet.top()) {
            y += height;
        }
    }

    /** A piece at a place of this page that is counted from its corner, outside the flow. */
    public void place(Piece piece, float x, float top) {
        pages.get(pages.size() - 1).add(new Placed(piece, x, top));
    }

    /** The room below what stands on this page. */
    public float remaining() {
        return sheet.bottom() - y;
    }

    public void add(Table table) {
        float header = table.header().height();
        ensure(header
                + table.rows().stream()
                        .map(Row::height)
                        .findFirst()
                        .map(this::least)
                        .orElse(0f));
        add(table.header());
        for (Row row : table.rows()) {
            add(row, table.header());
        }
    }

    private void add(Row whole, Row header) {
        Row row = whole;
        while (row.height() > remaining()) {
            Row.Cut cut = row.height() > sheet.height() * CUT_ABOVE ? row.cutAt(remaining()) : null;
            if (cut != null) {
                add(cut.here());
                row = cut.next();
            } else if (y <= sheet.top() + header.height()) {
                // Not even an empty page holds it and it cannot be cut.
                break;
            }
            newPage();
            add(header);
        }
        place(row, sheet.left(), y);
        y += row.height();
    }

    private float least(float rowHeight) {
        return Math.min(rowHeight, sheet.height() * CUT_ABOVE);
    }
}
