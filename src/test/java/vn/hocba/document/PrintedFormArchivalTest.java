package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;
import static vn.hocba.document.SnapshotBuilder.signatures;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import vn.hocba.record.KnownRegulations;

class PrintedFormArchivalTest {

    private static final String URL = "https://hocba.example.vn/tra-cuu/0193a7c4e5f64b2d8c1e0f9a7b6d5c43";

    private static final PrintFormat FORM = new PrintedForm(KnownRegulations.all());

    @BeforeAll
    static void startTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<SnapshotBuilder> records() {
        return Stream.concat(
                IntStream.rangeClosed(1, 5).mapToObj(grade -> aRecord().grade(grade)),
                Stream.of(
                        aRecord().foreigner("Căm-pu-chia").notMeasured(),
                        aRecord().pupilNamed("H'Hen <Niê> & Kđăm 😀\u0007"),
                        aRecord().pupilNamed("Rơ\u0306 Châm Ơ\u0306m x\u0324"),
                        aRecord()
                                .subjectComment("Tiếp thu bài nhanh, cần mạnh dạn hơn. ".repeat(40))
                                .homeroomComment("Chăm ngoan.\nLễ phép. ភាសា 😀 ".repeat(120))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void theFormIsAnArchivalDocument(SnapshotBuilder builder) throws Exception {
        byte[] pdf = FORM.printedForm(builder.build(), signatures(), URL, "Bản thử nghiệm – không có giá trị pháp lý");

        assertThat(violations(pdf)).isEmpty();
    }

    @Test
    void theFormWithoutSignaturesIsAnArchivalDocument() throws Exception {
        assertThat(violations(FORM.printedForm(aRecord().build(), List.of(), URL, null)))
                .isEmpty();
    }

    @Test
    void theDocumentSaysItsLanguageAndTitle() throws Exception {
        try (PDDocument document = Loader.loadPDF(FORM.printedForm(aRecord().build(), List.of(), URL, null))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Học bạ tiểu học - Lò Thị Mai - Lớp 4A - Năm học 2026 - 2027");
        }
    }

    @Test
    void theQrCodeOfThePrintedPageOpensTheLookUp() throws Exception {
        try (PDDocument document = Loader.loadPDF(FORM.printedForm(aRecord().build(), List.of(), URL, null))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(3, 200);
            int width = page.getWidth() / 4;
            int height = page.getHeight() / 8;
            int[] pixels =
                    page.getRGB(page.getWidth() - width, page.getHeight() - height, width, height, null, 0, width);
            RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
            Result result = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));

            assertThat(result.getText()).isEqualTo(URL);
        }
    }

    private static List<String> violations(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .toList();
        }
    }
}
