package vn.hocba.document.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** A page to draw on. Lengths are points; y grows downwards from the top of the page. */
public final class Canvas implements AutoCloseable {

    private final PDPageContentStream content;
    private final Embedded embedded;
    private final float pageHeight;
    private Ink filling = Ink.BLACK;
    private Ink stroking = Ink.BLACK;

    Canvas(PDPageContentStream content, Embedded embedded, float pageHeight) {
        this.content = content;
        this.embedded = embedded;
        this.pageHeight = pageHeight;
    }

    void text(String text, Style style, float x, float baseline) {
        try {
            fill(style.ink());
            PDFont font = embedded.face(style.face());
            content.beginText();
            content.setFont(font, style.size());
            content.newLineAtOffset(x, pageHeight - baseline);
            content.showText(text);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A straight line. */
    public void line(float x1, float y1, float x2, float y2, float lineWidth, Ink ink) {
        try {
            stroke(ink, lineWidth);
            content.moveTo(x1, pageHeight - y1);
            content.lineTo(x2, pageHeight - y2);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The border of a rectangle. */
    public void frame(float x, float y, float width, float height, float lineWidth, Ink ink) {
        try {
            stroke(ink, lineWidth);
            content.addRect(x, pageHeight - y - height, width, height);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The QR code of a text as a square, its white margin included; the same text has one size in a document. */
    public void qrCode(String text, float x, float y, float side) {
        try {
            fill(Ink.BLACK);
            content.saveGraphicsState();
            content.transform(Matrix.getTranslateInstance(x, pageHeight - y - side));
            content.drawForm(embedded.qrCode(text, side));
            content.restoreGraphicsState();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Ink ink) throws IOException {
        if (ink != filling) {
            content.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
            filling = ink;
        }
    }

    private void stroke(Ink ink, float lineWidth) throws IOException {
        content.setLineWidth(lineWidth);
        if (ink != stroking) {
            content.setStrokingColor(ink.red(), ink.green(), ink.blue());
            stroking = ink;
        }
    }
}
