package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.hocba.document.StrictXml;

/** xmlsec1 shares no code with DSS or the JDK. */
@SigningTest
class IndependentToolTest {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

    @Autowired
    SigningWorld world;

    @Autowired
    SandboxAuthority authority;

    @TempDir
    Path folder;

    @BeforeEach
    void theToolIsInstalled() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/xmlsec1")),
                "xmlsec1 is not installed: install the package xmlsec1 to have packets verified by an independent tool");
    }

    @Test
    void xmlsecVerifiesEverySignatureOfAPrimaryPacket() throws Exception {
        assertAllVerified(world.released(world.school()), 3);
    }

    @Test
    void xmlsecVerifiesEverySignatureOfASecondaryPacket() throws Exception {
        assertAllVerified(world.releasedWithRows(world.school()), 5);
    }

    @Test
    void xmlsecSeesAChangedMark() throws Exception {
        String packet = new String(world.released(world.school()), StandardCharsets.UTF_8);
        Path file = write(packet.replace("<DIEM_KTDK>6<", "<DIEM_KTDK>10<").getBytes(StandardCharsets.UTF_8));

        assertThat(verify(file, places(packet.getBytes(StandardCharsets.UTF_8)).get(2)))
                .doesNotContain("\nOK\n");
    }

    private void assertAllVerified(byte[] packet, int signatures) throws Exception {
        Path file = write(packet);
        List<String> places = places(packet);
        assertThat(places).hasSize(signatures);
        for (String place : places) {
            assertThat(verify(file, place)).as(place).contains("OK\n").contains("SignedInfo References (ok/all): 2/2");
        }
    }

    private static List<String> places(byte[] packet) {
        SignedTree tree = new SignedTree(StrictXml.parse(packet, StrictXml.PACKET_LIMIT));
        return tree.places().values().stream()
                .map(place -> path(place.element()))
                .toList();
    }

    private static String path(Node node) {
        if (!(node instanceof Element element)) {
            return "";
        }
        String id = element.getAttribute("Id");
        return path(element.getParentNode()) + "/" + element.getLocalName()
                + (id.isEmpty() ? "" : "[@Id='" + id + "']");
    }

    private Path write(byte[] packet) throws IOException {
        Files.writeString(folder.resolve("root.pem"), authority.rootPem());
        return Files.write(folder.resolve("packet.xml"), packet);
    }

    private String verify(Path file, String place) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/xmlsec1", "--verify", "--enabled-key-data", "x509"));
        command.addAll(List.of("--trusted-pem", folder.resolve("root.pem").toString()));
        for (String element :
                List.of("DU_LIEU_HOC_BA", "THONG_TIN_HOC_BA", "DIEM_TONG_KET", XADES + ":SignedProperties")) {
            command.addAll(List.of("--id-attr:Id", element));
        }
        command.addAll(List.of("--node-xpath", place + "/*[local-name()='Signature']", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
