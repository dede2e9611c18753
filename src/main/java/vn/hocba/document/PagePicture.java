package vn.hocba.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The printed form to look at on a screen: every browser shows a picture at once and in the same way, also on a phone. */
public final class PagePicture {

    /** Twice what fits beside a list on a laptop, so that small print stays sharp. */
    private static final float DOTS_PER_INCH = 120;

    /** Pixels between two pages. */
    private static final int GAP = 24;

    private static final Color GROUND = new Color(0xd9, 0xd9, 0xd9);

    private PagePicture() {}

    /**
     * Pages below each other, in grey.
     *
     * @param pdf a printed form
     * @param firstPage from 1
     * @return PNG, 992 pixels wide for A4
     */
    public static byte[] of(byte[] pdf, int firstPage) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = firstPage - 1; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY));
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(belowEachOther(pages), "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage belowEachOther(List<BufferedImage> pages) {
        int width = pages.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = pages.stream().mapToInt(BufferedImage::getHeight).sum() + GAP * (pages.size() - 1);
        BufferedImage all = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = all.createGraphics();
        drawing.setColor(GROUND);
        drawing.fillRect(0, 0, width, height);
        int top = 0;
        for (BufferedImage page : pages) {
            drawing.drawImage(page, 0, top, null);
            top += page.getHeight() + GAP;
        }
        drawing.dispose();
        return all;
    }
}
