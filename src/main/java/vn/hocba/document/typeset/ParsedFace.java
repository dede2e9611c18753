package vn.hocba.document.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One face, parsed once, with the widths of the letters it was asked for. For one thread at a time. */
final class ParsedFace {

    private static final float UNKNOWN = -1;
    private static final int BASIC_PLANE = 0x10000;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final float[] widths = new float[BASIC_PLANE];

    ParsedFace(Face face) {
        Arrays.fill(widths, UNKNOWN);
        try (InputStream file = Face.class.getResourceAsStream(face.resource())) {
            font = new TTFParser(true).parse(new RandomAccessReadBuffer(file.readAllBytes()));
            font.setEnableGsub(false);
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("font " + face, e);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** Width of a text in em, its marks without any; all its characters have to be in the face. */
    float width(String text) {
        float sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            float width = widths[letter];
            if (width == UNKNOWN) {
                width = Marks.isMark(letter) ? 0 : advance(letter);
                widths[letter] = width;
            }
            sum += width;
        }
        return sum;
    }

    /** How far the face itself moves on after a letter, in em: of a mark too. */
    float advance(char letter) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(letter)) / (float) font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the ink of a letter is, in em from its origin; null where it has none. */
    Bounds bounds(char letter) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
            if (glyph == null || glyph.getBoundingBox() == null) {
                return null;
            }
            BoundingBox box = glyph.getBoundingBox();
            float em = font.getUnitsPerEm();
            return new Bounds(
                    box.getLowerLeftX() / em,
                    box.getLowerLeftY() / em,
                    box.getUpperRightX() / em,
                    box.getUpperRightY() / em);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far the letters lean to the right, in em for each em of height. */
    float slant() {
        try {
            return (float) Math.tan(Math.toRadians(-font.getPostScript().getItalicAngle()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The box around the ink of a letter, y growing upwards from the baseline. */
    record Bounds(float left, float bottom, float right, float top) {

        float centre() {
            return (left + right) / 2;
        }

        float middle() {
            return (bottom + top) / 2;
        }
    }
}
