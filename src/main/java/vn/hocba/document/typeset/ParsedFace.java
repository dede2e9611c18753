package vn.hocba.document.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
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

    boolean has(int codePoint) {
        return codePoint < BASIC_PLANE && glyphs.getGlyphId(codePoint) > 0;
    }

    /** Width of a text in em; all its characters have to be in the face. */
    float width(String text) {
        float sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            float width = widths[letter];
            if (width == UNKNOWN) {
                width = measure(letter);
                widths[letter] = width;
            }
            sum += width;
        }
        return sum;
    }

    private float measure(char letter) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(letter)) / (float) font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
