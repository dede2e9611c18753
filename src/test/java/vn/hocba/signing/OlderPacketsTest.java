package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.document.PdfText;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.SnapshotBuilder;
import vn.hocba.fixture.Worlds;
import vn.hocba.signing.PacketVerification.Expected;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;

/** Packets that were signed before they said as what somebody signs and where the pupil has studied, and while they named the parents' occupations. */
@SpringBootTest(
        properties = {
            "hocba.signing.trust.roots[0].certificate=classpath:packets/older/root.crt",
            "hocba.signing.trust.roots[0].issuers[0]=classpath:packets/older/issuing.crt"
        })
@ActiveProfiles("test")
@Import(Worlds.class)
class OlderPacketsTest {

    private static final Expected SIGNERS = new Expected(
            Map.of("mon-van", "079000000002", "mon-so", "079000000003"),
            Set.of("079000000002"),
            Set.of("079000000004"),
            "0300000001");

    @Autowired
    PacketVerification verification;

    @Autowired
    CertificateRepository certificates;

    @Autowired
    PrintFormat print;

    /** They are known where the packets were issued. */
    @BeforeEach
    void itsCertificatesAreKnown() throws IOException {
        Matcher found = Pattern.compile("<ds:X509Certificate>([^<]+)<").matcher(packet("rows"));
        while (found.find()) {
            X509Certificate certificate =
                    CertificateNames.parse(Base64.getMimeDecoder().decode(found.group(1)));
            if (certificates
                    .findBySerial(Certificate.serialOf(certificate.getSerialNumber()))
                    .isEmpty()) {
                certificates.save(new Certificate(OwnerKind.PERSON, "nobody", "", "sandbox", certificate));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "grade-5", "plan", "rows"})
    void theyStillPassAllChecksAndArePrintedWithoutTheOccupations(String name) throws IOException {
        byte[] packet = packet(name).getBytes(StandardCharsets.UTF_8);
        assertThat(packet(name)).contains("<NGHE_NGHIEP_CHA>");

        Report report = verification.verify(packet, Stage.RELEASED, SIGNERS);

        assertThat(report.findings()).isEmpty();
        assertThat(report.signatures()).allMatch(PacketVerification.SignatureView::valid);
        assertThat(report.actingFor()).isNull();
        String printed =
                PdfText.of(print.printedForm(report.content(), SnapshotBuilder.signatures(), "https://x", null));
        assertThat(printed)
                .contains(report.content().pupil().fullName().split(" ")[1])
                .contains(report.content().className() + " Trường Tiểu học Hòa Bình")
                .doesNotContain("Nông dân")
                .doesNotContain("Kinh doanh")
                .doesNotContain("Nghề nghiệp");
    }

    private static String packet(String name) throws IOException {
        return new ClassPathResource("packets/older/" + name + ".xml").getContentAsString(StandardCharsets.UTF_8);
    }
}
