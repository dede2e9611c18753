package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.document.PdfText;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** An installation that trusts an authority with legal value beside its own sandbox. */
@OfficeTest
class LegalValueTest {

    private static final String NOTICE = "không có giá trị pháp lý";
    private static final Validity VALID = Validity.starting(Instant.now(), Duration.ofDays(400));
    private static final Made ROOT = CertificateMaker.root(BigInteger.valueOf(11), VALID);
    private static final Made ISSUING = CertificateMaker.issuing(BigInteger.valueOf(12), VALID, ROOT);

    @TempDir
    static Path files;

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry properties) {
        properties.add("hocba.signing.trust.roots[0].certificate", () -> file("root.crt", ROOT));
        properties.add("hocba.signing.trust.roots[0].issuers[0]", () -> file("issuing.crt", ISSUING));
        properties.add("hocba.signing.trust.roots[0].legal-value", () -> "true");
    }

    @Autowired
    OfficeWorld world;

    @Autowired
    Phone phone;

    @Autowired
    PhoneOwners owners;

    @Autowired
    RecordDocuments documents;

    @Autowired
    Batches batches;

    @Autowired
    Session session;

    @Autowired
    LegalValue legalValue;

    @Autowired
    CertificateRepository certificates;

    @Autowired
    AuthorityKeys authority;

    @Autowired
    TrustAnchors anchors;

    @Autowired
    RegisteredCertificates register;

    @Autowired
    CertificateMappings mappings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thePrintedFormSaysSoOnlyWhereASignatureOfTheRecordHasNoLegalValue() {
        world.school();
        CurrentUser teacher = world.homeroom("1A");
        String serial = owners.give(world.someone(Role.SCHOOL_ADMIN), teacher.staffId(), ISSUING);
        world.toPrincipal("1A");
        String batch = jdbc.sql("select id from batch where kind = 'sign-homeroom' and class_id = ?")
                .param(world.classNamed("1A").id())
                .query(String.class)
                .single();
        phone.confirm(batch, 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> session.as(teacher, () -> batches.progress(batch)).state() == BatchState.FINISHED);
        world.toPrincipal("2A");

        assertThat(printed(teacher, "1A")).contains("chưa có hiệu lực").doesNotContain(NOTICE);
        assertThat(printed(world.homeroom("2A"), "2A")).contains("chưa có hiệu lực", NOTICE);
        assertThat(legalValue.of(List.of(serial))).isTrue();
        assertThat(legalValue.of(List.of(serial, "unknown"))).isFalse();
        assertThat(legalValue.of(List.of())).isFalse();
    }

    @Test
    void theSandboxIsTrustedOnlyWhereItIsOnAndWithoutItEverythingHasLegalValue() throws Exception {
        TrustSettings.Root root = new TrustSettings.Root(
                new FileSystemResource(files.resolve("root.crt")),
                List.of(new FileSystemResource(files.resolve("issuing.crt"))),
                true);
        TrustAnchors without = new TrustAnchors(new TrustSettings(false, List.of(root)), authority);
        Made ofSandbox = CertificateMaker.holder(
                "A", "B", "CCCD:1", VALID, authority.get().issuing());
        Made ofConfigured = CertificateMaker.holder("A", "B", "CCCD:1", VALID, ISSUING);

        assertThat(anchors.of(ofSandbox.certificate())).isPresent();
        assertThat(anchors.chain(ofConfigured.certificate()))
                .containsExactly(ofConfigured.certificate(), ISSUING.certificate());
        assertThat(legalValue.everywhere()).isFalse();
        assertThat(without.of(ofSandbox.certificate())).isEmpty();
        assertThat(without.of(ofConfigured.certificate())).isPresent();
        assertThat(new LegalValue(certificates, without).everywhere()).isTrue();
    }

    @Test
    void aCertificateIsRegisteredForOneHolderAndNobodyIsToldThatItIsAnothersToo() {
        world.school();
        CurrentUser admin = world.someone(Role.SCHOOL_ADMIN);
        String holder = world.homeroom("3A").staffId();
        String other = world.homeroom("4A").staffId();
        String serial = owners.give(admin, holder, ISSUING);
        byte[] encoded = certificates.findBySerial(serial).orElseThrow().encoded;
        session.run(admin, () -> mappings.approve(serial, other, "dùng chung hộp thư công vụ"));

        assertThat(session.as(admin, () -> register.register(KeyHolder.person(holder), Phone.NAME, encoded))
                        .serial())
                .isEqualTo(serial);
        assertThatThrownBy(
                        () -> session.run(admin, () -> register.register(KeyHolder.person(other), Phone.NAME, encoded)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("đã được đăng ký cho người hoặc đơn vị khác");
    }

    @Test
    void aCertificateThatWasNotKnownYetHasItsValueOnceItIsRegistered() {
        Made holder = CertificateMaker.holder("A", "B", "CCCD:1", VALID, ISSUING);
        Certificate later = new Certificate(OwnerKind.PERSON, "nobody", "1", Phone.NAME, holder.certificate());
        assertThat(legalValue.of(List.of(later.serial))).isFalse();

        certificates.save(later);

        assertThat(legalValue.of(List.of(later.serial))).isTrue();
    }

    private String printed(CurrentUser reader, String className) {
        String record = world.records(className).get(0);
        return PdfText.of(session.as(reader, () -> documents.printedForm(record)));
    }

    private static String file(String name, Made made) {
        try {
            return Files.write(files.resolve(name), made.certificate().getEncoded())
                    .toUri()
                    .toString();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
