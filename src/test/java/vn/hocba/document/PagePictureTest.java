package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.hocba.record.KnownRegulations;

class PagePictureTest {

    private static final int A4_WIDTH = 992;
    private static final int A4_HEIGHT = 1403;
    private static final int BLACK = 0x60;

    private final byte[] form = new PrintedForm(KnownRegulations.all())
            .printedForm(aRecord().build(), List.of(), "http://localhost/tra-cuu?ma=0", null);

    @Test
    void pagesFromTheFirstOneWantedStandBelowEachOther() throws IOException {
        assertThat(picture(4).getHeight()).isEqualTo(A4_HEIGHT);
        assertThat(picture(3).getHeight()).isBetween(2 * A4_HEIGHT, 2 * A4_HEIGHT + 50);
        assertThat(picture(3).getWidth()).isEqualTo(A4_WIDTH);
    }

    @Test
    void everyPageHasInkOnPaper() throws IOException {
        BufferedImage picture = picture(3);
        assertThat(ink(picture, 0, A4_HEIGHT)).isBetween(0.005, 0.3);
        assertThat(ink(picture, picture.getHeight() - A4_HEIGHT, picture.getHeight()))
                .isBetween(0.005, 0.3);
    }

    private BufferedImage picture(int firstPage) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PagePicture.of(form, firstPage)));
    }

    /** The share of dark points between two rows. */
    private static double ink(BufferedImage picture, int top, int bottom) {
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xff) < BLACK ? 1 : 0;
            }
        }
        return (double) dark / ((bottom - top) * picture.getWidth());
    }
}
