package vn.hocba.document.typeset;

import java.text.Normalizer;
import vn.hocba.document.typeset.ParsedFace.Bounds;

/**
 * Where the combining marks of one letter stand that Unicode has no composed letter for, such as the breve of «Rơ̆»: PDF has no notion of marks and the faces
 * are embedded without their positioning tables, so each is put over, under or through its letter by the boxes of both. Lengths are em; y grows upwards.
 */
final class Marks {

    /** Between the letter and its mark, and between two marks; as much as there is between o and the circumflex of ô, nearly. */
    private static final float GAP = 0.05f;

    /** A mark that is drawn above this stands over its letter. */
    private static final float OVER = 0.25f;

    /** A mark that reaches no higher stands under its letter. */
    private static final float UNDER = 0.1f;

    private static final float BASELINE = -0.03f;

    private final ParsedFace face;
    private final Bounds root;
    private float top;
    private float bottom;

    /** How far the origin of a mark is from that of its letter. */
    record Offset(float right, float up) {}

    /** The marks of a letter that has none yet beyond those composed into it. */
    Marks(ParsedFace face, char letter) {
        this.face = face;
        Bounds whole = face.bounds(letter);
        // The horn of ơ and ư belongs to the height of the letter, but not to its middle.
        Bounds plain = face.bounds(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0));
        Bounds blank = new Bounds(0, 0, face.advance(letter), 0);
        root = plain != null ? plain : whole != null ? whole : blank;
        top = whole == null ? root.top() : whole.top();
        bottom = whole == null ? root.bottom() : whole.bottom();
    }

    static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** Puts the next mark on the letter, further out than those before. */
    Offset put(char letter) {
        Bounds mark = face.bounds(letter);
        if (mark == null) {
            return new Offset(0, 0);
        }
        float up = 0;
        if (mark.bottom() > OVER) {
            up = top + GAP - mark.bottom();
            top = mark.top() + up;
        } else if (mark.top() < UNDER) {
            if (bottom < BASELINE) {
                up = bottom - GAP - mark.top();
            }
            bottom = mark.bottom() + up;
        }
        float lean = face.slant() * (mark.middle() + up - root.middle());
        return new Offset(root.centre() + lean - mark.centre(), up);
    }
}
