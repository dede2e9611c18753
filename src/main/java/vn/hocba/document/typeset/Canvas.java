package vn.hocba.document.typeset;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** A page to draw on. Lengths are points; y grows downwards from the top of the page. */
public final class Canvas implements AutoCloseable {

    /** Of an em, in which PDF counts the way between two letters, to the left. */
    private static final float THOUSANDTHS = 1000;

    private final PDPageContentStream content;
    private final Embedded embedded;
    private final float pageHeight;
    private Ink filling = Ink.BLACK;
    private Ink stroking = Ink.BLACK;
    private boolean replaced;

    Canvas(PDPageContentStream content, Embedded embedded, float pageHeight) {
        this.content = content;
        this.embedded = embedded;
        this.pageHeight = pageHeight;
    }

    void text(String text, Style style, float x, float baseline) {
        replaced |= text.indexOf(Fonts.MISSING) >= 0;
        try {
            fill(style.ink());
            PDFont font = embedded.face(style.face());
            content.beginText();
            content.setFont(font, style.size());
            content.newLineAtOffset(x, pageHeight - baseline);
            show(text, style);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something on this page is shown as □ because the form has no letter for it. */
    public boolean hasReplaced() {
        return replaced;
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

    /** Shows a text from where the line begins, each mark on its letter. */
    private void show(String text, Style style) throws IOException {
        ParsedFace face = embedded.parsed(style.face());
        int shown = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!Marks.isMark(text.charAt(i))) {
                continue;
            }
            content.showText(text.substring(shown, i));
            char letter = text.charAt(i - 1);
            Marks marks = new Marks(face, letter);
            for (; i < text.length() && Marks.isMark(text.charAt(i)); i++) {
                show(text.charAt(i), marks.put(text.charAt(i)), face, letter, style.size());
            }
            shown = i;
        }
        if (shown < text.length()) {
            content.showText(text.substring(shown));
        }
    }

    /** Shows one mark and comes back to where its letter ended. */
    private void show(char mark, Marks.Offset offset, ParsedFace face, char letter, float size) throws IOException {
        float back = face.advance(letter) - offset.right();
        content.setTextRise(offset.up() * size);
        content.showTextWithPositioning(
                new Object[] {back * THOUSANDTHS, String.valueOf(mark), (face.advance(mark) - back) * THOUSANDTHS});
        content.setTextRise(0);
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
