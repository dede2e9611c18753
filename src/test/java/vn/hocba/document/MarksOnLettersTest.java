package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;
import static vn.hocba.document.SnapshotBuilder.signatures;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocba.record.KnownRegulations;

/** Letters of the peoples' languages that Unicode has no composed form for. */
class MarksOnLettersTest {

    private static final PrintFormat FORM = new PrintedForm(KnownRegulations.all());
    private static final String URL = "https://hocba.example.vn/tra-cuu/0193a7c4e5f64b2d8c1e0f9a7b6d5c43";

    @ParameterizedTest
    @ValueSource(
            strings = {"Rơ\u0306 Châm H’Bia", "Siu Ơ\u0306m", "K’sor ê\u0306p", "Hư\u0306 ɨ\u0306 Niê", "Xŏ\u0324 Ñu"})
    void theyAreReadOutOfTheFormAsTheyAreWritten(String name) {
        assertThat(PdfText.pages(form(name)).get(0)).contains(name);
    }

    @Test
    void theBreveStandsOverItsLetterAndTakesNoRoom() throws IOException {
        List<TextPosition> shown = shown(form("Rơ\u0306 Châm"));
        int at = IntStream.range(0, shown.size())
                .filter(i -> shown.get(i).getUnicode().equals("\u0306"))
                .findFirst()
                .orElseThrow();
        TextPosition letter = shown.get(at - 1);
        TextPosition breve = shown.get(at);
        TextPosition space = shown.get(at + 1);

        // The breve is drawn around its origin, and o fills the left four fifths of ơ.
        assertThat(breve.getX())
                .isBetween(letter.getX() + letter.getWidth() * 0.4f, letter.getX() + letter.getWidth() * 0.55f);
        assertThat(space.getX())
                .isBetween(letter.getX() + letter.getWidth() - 0.05f, letter.getX() + letter.getWidth() + 0.05f);
        // y grows downwards: raised by the horn, but by less than a fifth of the size.
        assertThat(breve.getY()).isLessThan(letter.getY()).isGreaterThan(letter.getY() - letter.getFontSizeInPt() / 5);
    }

    @Test
    void aSecondMarkStandsAboveTheFirst() throws IOException {
        List<TextPosition> shown = shown(form("Rơ\u0306\u0303 Châm"));
        float breve = y(shown, "\u0306");
        float tilde = y(shown, "\u0303");

        assertThat(tilde).isLessThan(breve - 1);
    }

    @Test
    void aMarkWithoutALetterIsReplacedVisibly() {
        assertThat(PdfText.pages(form("\u0306 An")).get(0)).contains("học sinh: □ An");
    }

    private static float y(List<TextPosition> shown, String letter) {
        return shown.stream()
                .filter(position -> position.getUnicode().equals(letter))
                .findFirst()
                .orElseThrow()
                .getY();
    }

    private static byte[] form(String name) {
        return FORM.printedForm(aRecord().pupilNamed(name).build(), signatures(), URL, null);
    }

    /** The letters of the cover as they are drawn, before a reader puts them together. */
    private static List<TextPosition> shown(byte[] pdf) throws IOException {
        List<TextPosition> shown = new ArrayList<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
                shown.add(position);
            }
        };
        reader.setEndPage(1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            reader.writeText(document, new StringWriter());
        }
        return shown;
    }
}
