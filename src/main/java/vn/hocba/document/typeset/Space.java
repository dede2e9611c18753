package vn.hocba.document.typeset;

/** Room without ink. */
public record Space(float height) implements Piece {

    @Override
    public void draw(Canvas canvas, float x, float y) {
        // nothing to draw
    }
}
