package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.document.ActingFor;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.SignatureView;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.SigningWorld.School;
import vn.hocba.signing.session.SigningSession;

@SigningTest
class SignPacketsTest {

    @Autowired
    SigningWorld world;

    @Autowired
    PacketSigning signing;

    @Autowired
    PacketVerification verification;

    @Autowired
    PacketFormat format;

    @Autowired
    PackageFormat packages;

    @Autowired
    DssJudge judge;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    Session session;

    School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @Test
    void aPacketSignedInOrderPassesAllChecksAtEveryStage() {
        byte[] draft = world.draft(school);
        byte[] homeroom = world.sign(draft, Slot.HOMEROOM, school.homeroom());
        byte[] principal = world.sign(homeroom, Slot.PRINCIPAL, school.principal());
        byte[] released = world.seal(principal, school);

        assertThat(findings(draft, Stage.DRAFT)).isEmpty();
        assertThat(findings(homeroom, Stage.HOMEROOM_SIGNED)).isEmpty();
        assertThat(findings(principal, Stage.PRINCIPAL_SIGNED)).isEmpty();
        assertThat(findings(released, Stage.RELEASED)).isEmpty();
    }

    @Test
    void theReportNamesTheSignersAndReadsTheContentFromTheVerifiedTree() {
        Report report = verification.verify(world.released(school), Stage.RELEASED, school.expected());

        assertThat(report.content()).isEqualTo(world.snapshot(school));
        assertThat(report.signatures())
                .extracting(SignatureView::identifier)
                .containsExactly(school.homeroom().cccd(), school.principal().cccd(), school.taxCode());
        assertThat(report.signatures()).allMatch(SignatureView::valid);
    }

    @Test
    void whereTheRegulationAsksForThemTheTeachersOfTheRowsSignFirst() {
        byte[] released = world.releasedWithRows(school);

        assertThat(findings(released, Stage.RELEASED)).isEmpty();
        assertThat(judge.judge(released)).hasSize(5).allMatch(DssJudge.Verdict::passed);
    }

    @Test
    void aPrincipalWhoIsAlsoTheHomeroomTeacherSignsInBothPlaces() {
        byte[] homeroom = world.sign(world.draft(school), Slot.HOMEROOM, school.principal());
        byte[] released = world.seal(world.sign(homeroom, Slot.PRINCIPAL, school.principal()), school);

        assertThat(judge.judge(released)).hasSize(3).allMatch(DssJudge.Verdict::passed);
    }

    @Test
    void dssPassesEverySignature() {
        assertThat(judge.judge(world.released(school)))
                .extracting(DssJudge.Verdict::indication)
                .containsExactly("TOTAL_PASSED", "TOTAL_PASSED", "TOTAL_PASSED");
    }

    @Test
    void asWhatSomebodySignsForTheSchoolIsPartOfWhatIsSigned() {
        ActingFor deputy = new ActingFor("Lê Văn H'Lâm", Capacity.DEPUTY, "Phó hiệu trưởng", "12/QĐ-HB & 3");
        byte[] asDeputy = format.signedFor(world.homeroomSigned(school), deputy);
        byte[] released = world.seal(world.sign(asDeputy, Slot.PRINCIPAL, school.principal()), school);

        Report report = verification.verify(released, Stage.RELEASED, school.expected());

        assertThat(report.findings()).isEmpty();
        assertThat(report.actingFor()).isEqualTo(deputy);
        assertThat(judge.judge(released)).hasSize(3).allMatch(DssJudge.Verdict::passed);
        byte[] asHead = new String(released, StandardCharsets.UTF_8)
                .replace("<TU_CACH_KY>KT<", "<TU_CACH_KY>HT<")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(findings(asHead, Stage.RELEASED)).isNotEmpty();
        assertRefused("record.already-signed", () -> format.signedFor(asDeputy, deputy));
    }

    @Test
    void signingChangesNothingOfTheContent() {
        assertThat(format.read(world.released(school))).isEqualTo(format.read(world.draft(school)));
    }

    @Test
    void theSealWaitsForThePrincipalAndThePrincipalForTheHomeroomTeacher() {
        byte[] draft = world.draft(school);
        byte[] homeroom = world.homeroomSigned(school);

        assertRefused("signing.earlier-missing.GVCN", () -> world.sign(draft, Slot.PRINCIPAL, school.principal()));
        assertRefused("signing.earlier-missing.CBQL", () -> world.seal(homeroom, school));
    }

    @Test
    void aSlotTakesOneSignature() {
        byte[] homeroom = world.homeroomSigned(school);

        assertRefused("signing.slot-taken", () -> world.sign(homeroom, Slot.HOMEROOM, school.homeroom()));
    }

    @Test
    void aPersonsKeyIsRefusedForTheSealAndTheSealsForAPerson() {
        byte[] homeroom = world.homeroomSigned(school);
        byte[] principal = world.principalSigned(school);

        assertRefused("signing.slot-wants-seal", () -> world.sign(principal, Slot.SEAL, school.principal()));
        assertRefused("signing.slot-wants-person", () -> {
            try (SigningSession seal = world.seal(school)) {
                signing.sign(homeroom, Slot.PRINCIPAL, seal);
            }
        });
    }

    @Test
    void aClosedKeySignsNoMore() {
        byte[] draft = world.draft(school);
        SigningSession key = world.personal(school.homeroom());
        key.close();

        assertRefused("signing.key-closed", () -> signing.sign(draft, Slot.HOMEROOM, key));
    }

    @Test
    void aKeyThatIsStillOpenSignsNoMoreOnceItsCertificateIsRevoked() {
        byte[] draft = world.draft(school);
        byte[] packet = world.released(school);
        try (SigningSession key = world.personal(school.homeroom());
                SigningSession seal = world.seal(school)) {
            session.run(school.admin().user(), () -> {
                authority.revoke(key.serial(), "mất điện thoại");
                authority.revoke(seal.serial(), "mất khóa của trường");
            });

            assertRefused("signing.certificate-revoked", () -> signing.sign(draft, Slot.HOMEROOM, key));
            assertRefused(
                    "signing.certificate-revoked",
                    () -> signing.sign(packages.write(content(packet)), WholeDocument.PACKAGE, seal));
            assertRefused(
                    "signing.certificate-revoked",
                    () -> signing.sign(new byte[0], SupplementSlot.SUPPLEMENT_SCHOOL, seal));
        }
        assertThat(findings(packet, Stage.RELEASED))
                .as("what was signed before stays signed")
                .isEmpty();
    }

    @Test
    void twoSlotsOfOnePersonInTheSameSecondKeepTheirSignaturesApart() {
        byte[] released = world.releasedWithRows(school);

        assertThat(judge.judge(released))
                .extracting(DssJudge.Verdict::signatureId)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPackageIsSignedWholeAndKeepsItsPackets() {
        byte[] packet = world.released(school);
        byte[] signed = signedPackage(packet);

        assertThat(verification.verifyPackage(signed, school.taxCode())).isEmpty();
        assertThat(judge.judge(signed)).singleElement().matches(DssJudge.Verdict::passed);
        assertThat(packages.read(signed).items().get(0).packet()).isEqualTo(packet);
    }

    @Test
    void aChangedForeignOrUnsignedPackageIsReported() {
        byte[] signed = signedPackage(world.released(school));
        String text = new String(signed, StandardCharsets.UTF_8);
        byte[] changed = text.replace("PHIEN_BAN=\"2\"", "PHIEN_BAN=\"3\"").getBytes(StandardCharsets.UTF_8);
        byte[] unsigned = text.replaceAll("<ds:Signature.*</ds:Signature>", "").getBytes(StandardCharsets.UTF_8);

        assertThat(verification.verifyPackage(changed, school.taxCode()))
                .extracting(Finding::check)
                .containsExactly(7);
        assertThat(verification.verifyPackage(signed, "0100000000"))
                .extracting(Finding::check)
                .containsExactly(6);
        assertThat(verification.verifyPackage(unsigned, school.taxCode()))
                .extracting(Finding::check)
                .containsExactly(5);
    }

    private byte[] signedPackage(byte[] packet) {
        try (SigningSession seal = world.seal(school)) {
            return signing.sign(packages.write(content(packet)), WholeDocument.PACKAGE, seal)
                    .packet();
        }
    }

    private static ClassPackage content(byte[] packet) {
        return new ClassPackage("goi-1", "79774401", "4A", 2026, List.of(new ClassPackage.Item("hs-1", 2, packet)));
    }

    private List<Finding> findings(byte[] packet, Stage stage) {
        return verification.verify(packet, stage, school.expected()).findings();
    }

    static void assertRefused(String key, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo(key));
    }
}
