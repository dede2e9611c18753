package vn.hocba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.document.SnapshotBuilder.aRecord;
import static vn.hocba.document.SnapshotBuilder.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
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
import vn.hocba.record.RecordSnapshot.Study;
import vn.hocba.shared.Sha256;

/**
 * Packets and printed forms of TT 27/2020 are what they have been since packets say where the pupil has studied and forms have the headings of the model
 * (decision 46): what is signed is never written otherwise, and a form that is printed again is the same file. Packets of before are read by {@code OlderPacketsTest}.
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
                        "79cee957331c5e03942165a7695d3f99b43bd38fafdd7c41563719c373cb001d",
                        "fb945367bd98d9384a2b9a4df16da01ff4733dbe1578ff8b6a06314392609f45"),
                Arguments.of(
                        "one with everything left out that may be",
                        SampleSnapshots.of("Giàng A Sử").sparse().comment("").build(),
                        "5a84d33a9bb2587f2dc425b699aaeb6893cb8d27c36551c9ced78c8d7e9d05f7",
                        "e64f5d45064289a08d792216d1aefb306182b68a85affb63c5a830dba7e703cf"),
                Arguments.of(
                        "grade 4, exempt from a subject",
                        aRecord().exemptFrom("GDTC").build(),
                        "f1766bf03ad8bbf43625426d76d85a17f5d1902c6983d35cec09d74a923586f2",
                        "f41b6cdbcc78e34ea72b0e318fe1e36f842172ef64451fa1a825dd9437284416"),
                Arguments.of(
                        "grade 1, not promoted",
                        aRecord()
                                .grade(1)
                                .result("NOT_COMPLETED", false, false)
                                .reward(null)
                                .notMeasured()
                                .build(),
                        "64df1d7aeba6bc907578dbff44abac3866af3ef8ca22ce33dab79b98c80d341e",
                        "5cd5fd45290f95cf38830c007e3a2ac8aa7599a309366f7b9c8e74f20c6cf748"),
                Arguments.of(
                        "grade 5, the last of the level",
                        aRecord().grade(5).result("EXCELLENT", true, true).build(),
                        "ee5a921414327c332bd3e9b15634b0cb1121925de3cef70cb24e4ca63c884251",
                        "abb59f0205388f8790daff2e6485e951104e4e8b83dcfca6d2ab81549c79029d"),
                Arguments.of(
                        "a pupil from abroad who came within the year",
                        aRecord()
                                .foreigner("Lào")
                                .travelDocument("Hộ chiếu", "P1234567")
                                .commune("Phường Chợ Lớn")
                                .place("Chợ Lớn")
                                .studies(
                                        new Study(2026, null, "Trường ở Viêng Chăn", null, null),
                                        new Study(
                                                2026,
                                                "4A",
                                                "Trường Tiểu học Hòa Bình",
                                                "DB-7",
                                                LocalDate.of(2027, 1, 12)))
                                .build(),
                        "46c65b860da66b0f54ee44d4f0c8263d5353854dad8b83170f9412470285650b",
                        "3750adc9c97af24c6062c278da2ea9c95055b0e98cc657c5475ed823f32c2394"));
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
