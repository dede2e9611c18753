package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;
import static vn.hocba.document.SnapshotBuilder.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocba.record.KnownRegulations;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Sha256;

/**
 * Packets and printed forms of TT 27/2020 are what they have been from the first record on: what is signed is never written otherwise, and a form that is
 * printed again is the same file.
 */
class GoldenTest {

    private static final String URL = "https://hocba.example.vn/tra-cuu?ma=0193a7c4e5f64b2d8c1e0f9a7b6d5c43";

    private final PacketFormat format = new Packets(new PacketSchema(), KnownRegulations.all());
    private final PrintFormat form = new PrintedForm(KnownRegulations.all());

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void aPacketHasTheBytesThatItHasAlwaysHad(String name, RecordSnapshot version, String packet, String printed) {
        assertThat(Sha256.of(format.packet(version))).isEqualTo(packet);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void aPacketThatIsReadSaysNothingElse(String name, RecordSnapshot version, String packet, String printed) {
        byte[] written = format.packet(version);

        assertThat(format.read(written)).isEqualTo(version);
        assertThat(format.packet(format.read(written))).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void aFormIsTheFileThatItHasAlwaysBeen(String name, RecordSnapshot version, String packet, String printed)
            throws IOException {
        assertThat(drawn(form.printedForm(version, signatures(), URL, "chưa chốt")))
                .isEqualTo(printed);
    }

    static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(
                        "a full record",
                        SampleSnapshots.of("Lò Thị Mai").build(),
                        "267475f052e50dd32c8b679edea41942ec9a9a86bd12addbbde552c6ab457df2",
                        "812c1c02f2dc5f6ef12d479fdafd3e859d199753a60673e443b3073af75f7390"),
                Arguments.of(
                        "one with everything left out that may be",
                        SampleSnapshots.of("Giàng A Sử").sparse().comment("").build(),
                        "b8f817724b211efd4efa56f7145d37279f874c99948afef29ffb69c2dfed7f55",
                        "db6198dc0654485a3f17b60faf5f8c210184cd89048a475604783cefacf08ffb"),
                Arguments.of(
                        "grade 4, exempt from a subject",
                        aRecord().exemptFrom("GDTC").build(),
                        "3b2d8e35ce6f776d55fe54753677008a9f106c9b6641b31e5c2768ecff4826b8",
                        "7ab7ad117a414af059f0816b2e371a55d2a2d562e6459bc84570b51600118bcd"),
                Arguments.of(
                        "grade 1, not promoted",
                        aRecord()
                                .grade(1)
                                .result("NOT_COMPLETED", false, false)
                                .reward(null)
                                .notMeasured()
                                .build(),
                        "83dc67e10ec8619e62c931610198dcf33f8ce5b53e6b807b187ec8ac4aaeff1f",
                        "4262f0c1301a178948e6045a1ddd022ec4ace005ab5922c2620cd42c28add234"),
                Arguments.of(
                        "grade 5, the last of the level",
                        aRecord().grade(5).result("EXCELLENT", true, true).build(),
                        "0ec8cdda28eb1843349bbd1f0e40d60934824babe13c8b39be707c519d72edfd",
                        "39efce35e39d4dd16ba97d9f15a1d41cb27bb4d97906a727acf25eb32ea718e7"));
    }

    /** Everything but the fonts, whose compression is the Java platform's: the identifier of the file and what its pages draw. */
    private static String drawn(byte[] pdf) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSArray id = document.getDocument().getDocumentID();
            all.write(((COSString) id.get(0)).getBytes());
            all.write(document.getDocumentCatalog().getMetadata().toByteArray());
            for (PDPage page : document.getPages()) {
                try (var content = page.getContents()) {
                    content.transferTo(all);
                }
            }
        }
        return Sha256.of(all.toByteArray());
    }
}
