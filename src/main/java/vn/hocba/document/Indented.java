package vn.hocba.document;

import java.util.List;
import vn.hocba.document.typeset.Piece;
import vn.hocba.document.typeset.SideBySide;

/** Moves a piece to the right. */
final class Indented {

    private Indented() {}

    static Piece by(float indent, Piece piece) {
        return new SideBySide(List.of(new SideBySide.Column(indent, piece)));
    }
}
