package vn.hocba.document.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** What one document holds once for all its pages: the faces, cut down to the letters shown when it is saved, and the QR codes. */
final class Embedded {

    private final PDDocument document;
    private final Fonts fonts;
    private final Map<Face, PDFont> faces = new EnumMap<>(Face.class);
    private final Map<String, PDFormXObject> codes = new HashMap<>();

    Embedded(PDDocument document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    ParsedFace parsed(Face face) {
        return fonts.face(face);
    }

    PDFont face(Face face) {
        return faces.computeIfAbsent(face, this::embed);
    }

    PDFormXObject qrCode(String text, float side) {
        return codes.computeIfAbsent(text, t -> QrCode.of(document, t, side));
    }

    private PDFont embed(Face face) {
        try {
            return PDType0Font.load(document, fonts.parsed(face), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
