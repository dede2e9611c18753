package vn.hocba.document.typeset;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** A QR code drawn as rectangles, sharp in any print; stored once in a document however often it is shown. */
final class QrCode {

    /** Modules of white around the code, ISO/IEC 18004. */
    private static final int QUIET_ZONE = 4;

    private static final Map<EncodeHintType, ?> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            StandardCharsets.UTF_8.name(),
            EncodeHintType.MARGIN,
            QUIET_ZONE);

    private QrCode() {}

    /** The code of a text as a square of the given side in points, quiet zone included. */
    static PDFormXObject of(PDDocument document, String text, float side) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(side, side));
            form.setResources(new PDResources());
            try (OutputStream content = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
                content.write(drawing(modules, side).getBytes(StandardCharsets.US_ASCII));
            }
            return form;
        } catch (WriterException e) {
            throw new IllegalArgumentException("text too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String drawing(BitMatrix modules, float side) {
        int size = modules.getWidth();
        float module = side / size;
        StringBuilder drawing = new StringBuilder(String.format(Locale.ROOT, "%.5f 0 0 %.5f 0 0 cm%n", module, module));
        for (int y = 0; y < size; y++) {
            int x = 0;
            while (x < size) {
                int start = x;
                while (x < size && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    drawing.append(start).append(' ').append(size - 1 - y).append(' ');
                    drawing.append(x - start).append(" 1 re\n");
                }
                x++;
            }
        }
        return drawing.append("f\n").toString();
    }
}
