package vn.hocba.document.typeset;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import vn.hocba.shared.FormLetters;

/** The parsed faces. Parsing takes far longer than a document, so they are kept; see {@link FontShelf}. For one thread at a time. */
public final class Fonts {

    static final char MISSING = '□';

    private final Map<Face, ParsedFace> faces = new EnumMap<>(Face.class);

    Fonts() {
        for (Face face : Face.values()) {
            faces.put(face, new ParsedFace(face));
        }
    }

    /** Width in points of a text that {@link #printable} made. */
    float width(String text, Style style) {
        return faces.get(style.face()).width(text) * style.size();
    }

    ParsedFace face(Face face) {
        return faces.get(face);
    }

    TrueTypeFont parsed(Face face) {
        return faces.get(face).font();
    }

    /**
     * The text in composed letters, with line breaks as \n, without invisible marks, and with □ for every character that the form lacks and
     * every mark without a letter: a reader sees that something stood there, and {@link Canvas#hasReplaced} that the page shows it.
     */
    String printable(String text) {
        if (text == null) {
            return "";
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
        StringBuilder printable = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> {
            if (letter == '\n' || letter == '\r' || letter == '\u2028' || letter == '\u2029') {
                printable.append('\n');
            } else if (letter == '\u00a0') {
                printable.append('\u00a0');
            } else if (Character.isWhitespace(letter) || Character.isISOControl(letter) || isSpace(letter)) {
                printable.append(' ');
            } else if (!isInvisible(letter)) {
                printable.appendCodePoint(isShown(letter, printable) ? letter : MISSING);
            }
        });
        return printable.toString();
    }

    private static boolean isShown(int letter, CharSequence before) {
        return FormLetters.has(letter)
                && (!Marks.isMark(letter)
                        || before.length() > 0
                                && !Character.isSpaceChar(before.charAt(before.length() - 1))
                                && before.charAt(before.length() - 1) != '\n');
    }

    private static boolean isSpace(int letter) {
        return Character.getType(letter) == Character.SPACE_SEPARATOR;
    }

    private static boolean isInvisible(int letter) {
        return Character.getType(letter) == Character.FORMAT || letter >= 0xfe00 && letter <= 0xfe0f;
    }
}
