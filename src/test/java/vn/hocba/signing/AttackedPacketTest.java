package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.hocba.document.PacketFormat;
import vn.hocba.document.SampleSnapshots;
import vn.hocba.document.StrictXml;
import vn.hocba.identity.Session;
import vn.hocba.shared.Texts;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.SigningWorld.Person;
import vn.hocba.signing.SigningWorld.School;

/** Packets that were tampered with, most of which a generic verifier passes: each is caught by the check that is meant for it (docs/packet.md). */
@SigningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackedPacketTest {

    private static final Pattern SIGNATURE = Pattern.compile("<ds:Signature .*?</ds:Signature>", Pattern.DOTALL);
    private static final String DOCTYPE = "<!DOCTYPE HOC_BA [<!ENTITY x 'y'>]>";

    @Autowired
    SigningWorld world;

    @Autowired
    PacketVerification verification;

    @Autowired
    PacketFormat format;

    @Autowired
    AuthorityKeys authorityKeys;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    CertificateRepository certificates;

    @Autowired
    Session session;

    School school;
    String released;

    /**
     * An attack.
     *
     * @param check that has to catch it
     * @param packet made from the test's parts
     */
    record Attack(String name, int check, Function<AttackedPacketTest, byte[]> packet) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void aReleasedPacket() {
        school = world.school();
        released = text(world.released(school));
        assertThat(verify(released.getBytes(StandardCharsets.UTF_8)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isCaughtByTheRightCheck(Attack attack) {
        byte[] packet = attack.packet().apply(this);
        assertThat(text(packet)).isNotEqualTo(released);

        Report report = verify(packet);

        assertThat(report.findings()).extracting(Finding::check).contains(attack.check());
        assertThat(report.content()).isNull();
        assertThat(report.findings()).allSatisfy(finding -> assertThat(
                        Texts.vi(finding.key(), finding.args().toArray()))
                .isNotBlank());
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                edit("not XML at all", 1, packet -> packet.substring(100)),
                edit("DOCTYPE", 1, packet -> afterDeclaration(packet, DOCTYPE)),
                edit("comment", 1, packet -> packet.replace("Lò Thị", "Lò<!-- x --> Thị")),
                edit("comment before the root", 1, packet -> afterDeclaration(packet, "<!-- x -->")),
                edit("CDATA", 1, packet -> packet.replace("Toán", "<![CDATA[Toán]]>")),
                edit("processing instruction", 1, packet -> packet.replace("Toán", "Toán<?x y?>")),
                edit("UTF-16", 1, packet -> packet, StandardCharsets.UTF_16),
                edit("extra element", 2, packet -> packet.replace("<CBQL>", "<GHI_CHU>giả</GHI_CHU><CBQL>")),
                edit("unsigned attribute on the root", 2, packet -> packet.replace("<HOC_BA>", "<HOC_BA GHI='x'>")),
                edit(
                        "unsigned attribute on the release part",
                        2,
                        packet -> packet.replace("<PHAT_HANH_HOC_BA>", "<PHAT_HANH_HOC_BA NGAY='2027-01-01'>")),
                edit(
                        "schema location",
                        2,
                        packet -> packet.replace(
                                "<PHAT_HANH_HOC_BA>",
                                "<PHAT_HANH_HOC_BA xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                        + " xsi:noNamespaceSchemaLocation='http://x/y.xsd'>")),
                edit("wrapping: signed data moved into an object", 2, AttackedPacketTest::wrappedIntoObject),
                edit("wrapping: signed data beside forged data", 2, AttackedPacketTest::wrappedBeside),
                edit("second signature in a slot", 2, packet -> packet.replace("<CBQL>", "<CBQL>" + first(packet))),
                edit("duplicate id", 3, packet -> packet.replace("Id=\"mon-toan\"", "Id=\"mon-tv\"")),
                edit("id of the data repeated", 3, packet -> packet.replace("Id=\"mon-toan\"", "Id=\"data\"")),
                edit("ID", 3, packet -> packet.replace("<HOC_BA>", "<HOC_BA ID=\"data\">")),
                edit("id", 3, packet -> packet.replace("<PHAT_HANH_HOC_BA>", "<PHAT_HANH_HOC_BA id=\"data\">")),
                edit("xml:id", 3, packet -> packet.replace("<HOC_BA>", "<HOC_BA xml:id=\"data\">")),
                edit("signature moved to another slot", 4, AttackedPacketTest::swapHomeroomAndManager),
                edit("unknown signature algorithm", 4, packet -> packet.replace("#ecdsa-sha256", "#ecdsa-sha1")),
                edit("unknown digest", 4, packet -> packet.replace("xmlenc#sha256", "xmldsig#sha1")),
                edit(
                        "inclusive canonicalisation",
                        4,
                        packet -> packet.replace("2001/10/xml-exc-c14n#", "TR/2001/REC-xml-c14n-20010315")),
                edit("unknown transform", 4, AttackedPacketTest::xpathTransform),
                edit("extra reference", 4, AttackedPacketTest::extraReference),
                edit("reference to the whole document", 4, packet -> packet.replace("URI=\"#data\"", "URI=\"\"")),
                edit("changed id of a signature", 4, packet -> packet.replaceFirst(" Id=\"chuky-", " Id=\"xhuky-")),
                edit("changed target", 4, packet -> packet.replaceFirst("Target=\"#chuky-", "Target=\"#xhuky-")),
                edit("removed seal", 5, packet -> without(packet, 2)),
                edit("removed principal's signature", 5, packet -> without(packet, 1)),
                new Attack("not sealed yet", 5, test -> test.world.principalSigned(test.school)),
                new Attack("homeroom teacher's slot signed by a colleague", 6, AttackedPacketTest::colleague),
                new Attack("principal's slot signed by the homeroom teacher", 6, AttackedPacketTest::notPrincipal),
                new Attack("seal with a person's certificate", 6, AttackedPacketTest::personalSeal),
                new Attack("person's slot with the school's certificate", 6, AttackedPacketTest::schoolAsPrincipal),
                new Attack("seal of another school", 6, AttackedPacketTest::otherSchool),
                edit(
                        "changed mark",
                        7,
                        packet -> packet.replace("<DIEM_KTDK>6</DIEM_KTDK>", "<DIEM_KTDK>10</DIEM_KTDK>")),
                edit("changed signing time", 7, packet -> packet.replaceFirst("Time>20\\d\\d", "Time>2019")),
                edit("certificate of another person put in", 7, AttackedPacketTest::otherCertificate),
                new Attack("data of another pupil", 7, AttackedPacketTest::otherPupil),
                new Attack("expired certificate", 7, AttackedPacketTest::expired),
                new Attack("certificate not valid yet", 7, AttackedPacketTest::notYetValid),
                new Attack("revoked certificate", 7, AttackedPacketTest::revoked),
                new Attack("certificate under a foreign root", 7, AttackedPacketTest::foreignRoot),
                new Attack("certificate that the authority does not know", 7, AttackedPacketTest::unknownStatus),
                new Attack("signed in the future", 7, AttackedPacketTest::future));
    }

    private static Attack edit(String name, int check, UnaryOperator<String> edit) {
        return edit(name, check, edit, StandardCharsets.UTF_8);
    }

    private static Attack edit(String name, int check, UnaryOperator<String> edit, java.nio.charset.Charset charset) {
        return new Attack(name, check, test -> edit.apply(test.released).getBytes(charset));
    }

    private static String afterDeclaration(String packet, String inserted) {
        return packet.replace("<HOC_BA>", inserted + "<HOC_BA>");
    }

    private static List<String> signatures(String packet) {
        return SIGNATURE.matcher(packet).results().map(result -> result.group()).toList();
    }

    private static String first(String packet) {
        return signatures(packet).get(0);
    }

    private static String without(String packet, int index) {
        return packet.replace(signatures(packet).get(index), "");
    }

    private static String swapHomeroomAndManager(String packet) {
        List<String> all = signatures(packet);
        return packet.replace(all.get(0), "@0")
                .replace(all.get(1), "@1")
                .replace("@0", all.get(1))
                .replace("@1", all.get(0));
    }

    private static String part(String packet, String element) {
        Matcher matcher = Pattern.compile("<" + element + "[ >].*</" + element + ">", Pattern.DOTALL)
                .matcher(packet);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String forged(String data) {
        return data.replace("<DIEM_KTDK>6<", "<DIEM_KTDK>10<").replace("Id=\"data\"", "Id=\"khac\"");
    }

    private static String wrappedIntoObject(String packet) {
        String data = part(packet, "DU_LIEU_HOC_BA");
        String release = part(packet, "PHAT_HANH_HOC_BA");
        String changed = release.replaceFirst("</ds:Object>", Matcher.quoteReplacement(data + "</ds:Object>"));
        return packet.replace(release, changed)
                .replaceFirst(Pattern.quote(data), Matcher.quoteReplacement(forged(data)));
    }

    private static String wrappedBeside(String packet) {
        String data = part(packet, "DU_LIEU_HOC_BA");
        return packet.replace(data, forged(data) + data);
    }

    private static String xpathTransform(String packet) {
        return packet.replaceFirst(
                "<ds:Transform Algorithm=\"[^\"]*\"></ds:Transform>",
                "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"></ds:Transform>$0");
    }

    private static String extraReference(String packet) {
        String reference =
                part(first(packet), "ds:SignedInfo").replaceFirst("(?s).*?(<ds:Reference.*?</ds:Reference>).*", "$1");
        String extra = reference.replaceFirst(" Id=\"[^\"]*\"", "");
        return packet.replaceFirst("</ds:SignedInfo>", Matcher.quoteReplacement(extra + "</ds:SignedInfo>"));
    }

    private static String otherCertificate(String packet) {
        String homeroom = part(first(packet), "ds:X509Data");
        String principal = part(signatures(packet).get(1), "ds:X509Data");
        return packet.replaceFirst(Pattern.quote(homeroom), Matcher.quoteReplacement(principal));
    }

    private static byte[] colleague(AttackedPacketTest test) {
        return test.releasedWith(test.world.sign(test.world.draft(test.school), Slot.HOMEROOM, test.school.other()));
    }

    private static byte[] notPrincipal(AttackedPacketTest test) {
        byte[] homeroom = test.world.homeroomSigned(test.school);
        return test.world.seal(test.world.sign(homeroom, Slot.PRINCIPAL, test.school.homeroom()), test.school);
    }

    private static byte[] personalSeal(AttackedPacketTest test) {
        Made made =
                test.certified("Lê Văn H'Lâm", "CCCD:" + test.school.principal().cccd());
        return test.forge(test.world.principalSigned(test.school), Slot.SEAL, made, Duration.ZERO);
    }

    private static byte[] schoolAsPrincipal(AttackedPacketTest test) {
        Made made = test.certified("Trường Tiểu học Hòa Bình", "MST:" + test.school.taxCode());
        byte[] signed = test.forge(test.world.homeroomSigned(test.school), Slot.PRINCIPAL, made, Duration.ZERO);
        return test.world.seal(signed, test.school);
    }

    private static byte[] otherSchool(AttackedPacketTest test) {
        return test.world.seal(test.world.principalSigned(test.school), test.world.school());
    }

    private static byte[] otherPupil(AttackedPacketTest test) {
        byte[] packet = test.format.packet(
                SampleSnapshots.of("Giàng A Sử").taxCode(test.school.taxCode()).build());
        String own = part(text(packet), "THONG_TIN_HOC_BA");
        String mine = part(test.released, "THONG_TIN_HOC_BA");
        return test.released.replace(mine, own).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] expired(AttackedPacketTest test) {
        Instant twoYearsAgo = Instant.now().minus(Duration.ofDays(730));
        Made made = test.certified(test.principal(), new Validity(twoYearsAgo, twoYearsAgo.plus(Duration.ofDays(365))));
        return test.releasedBy(made, Duration.ZERO);
    }

    private static byte[] notYetValid(AttackedPacketTest test) {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Made made = test.certified(test.principal(), new Validity(tomorrow, tomorrow.plus(Duration.ofDays(365))));
        return test.releasedBy(made, Duration.ZERO);
    }

    private static byte[] revoked(AttackedPacketTest test) {
        Made made = test.certified("Lê Văn H'Lâm", test.principal());
        String serial = Certificate.serialOf(made.certificate().getSerialNumber());
        test.session.run(test.school.admin().user(), () -> test.authority.revoke(serial, "lộ khóa"));
        return test.releasedBy(made, Duration.ofSeconds(2));
    }

    private static byte[] foreignRoot(AttackedPacketTest test) {
        Validity validity = Validity.starting(Instant.now(), Duration.ofDays(30));
        Made root = CertificateMaker.root(BigInteger.ONE, validity);
        Made issuing = CertificateMaker.issuing(BigInteger.TWO, validity, root);
        Made made = CertificateMaker.holder("Lê Văn H'Lâm", "x", test.principal(), validity, issuing);
        return test.releasedBy(made, List.of(made.certificate(), issuing.certificate()), Duration.ZERO);
    }

    private static byte[] unknownStatus(AttackedPacketTest test) {
        Made made = CertificateMaker.holder(
                "Lê Văn H'Lâm",
                "x",
                test.principal(),
                Validity.starting(Instant.now(), Duration.ofDays(30)),
                test.authorityKeys.get().issuing());
        return test.releasedBy(made, Duration.ZERO);
    }

    private static byte[] future(AttackedPacketTest test) {
        return test.releasedBy(test.certified("Lê Văn H'Lâm", test.principal()), Duration.ofDays(2));
    }

    private String principal() {
        return "CCCD:" + school.principal().cccd();
    }

    private byte[] releasedWith(byte[] homeroomSigned) {
        return world.seal(world.sign(homeroomSigned, Slot.PRINCIPAL, school.principal()), school);
    }

    private byte[] releasedBy(Made principal, Duration later) {
        return releasedBy(
                principal, List.of(principal.certificate(), authorityKeys.get().issuingCertificate()), later);
    }

    private byte[] releasedBy(Made principal, List<X509Certificate> chain, Duration later) {
        return world.seal(forge(world.homeroomSigned(school), Slot.PRINCIPAL, principal, chain, later), school);
    }

    private Made certified(String name, String identifier) {
        return register(CertificateMaker.holder(
                name,
                "x",
                identifier,
                Validity.starting(Instant.now(), Duration.ofDays(30)),
                authorityKeys.get().issuing()));
    }

    private Made certified(String identifier, Validity validity) {
        return register(CertificateMaker.holder(
                "Lê Văn H'Lâm", "x", identifier, validity, authorityKeys.get().issuing()));
    }

    private Made register(Made made) {
        Person principal = school.principal();
        certificates.save(new Certificate(
                OwnerKind.PERSON, principal.id(), principal.cccd(), SandboxProvider.NAME, made.certificate()));
        return made;
    }

    private byte[] forge(byte[] packet, Slot slot, Made made, Duration later) {
        return forge(
                packet,
                slot,
                made,
                List.of(made.certificate(), authorityKeys.get().issuingCertificate()),
                later);
    }

    /** Signs as a tool would that knows nothing of our rules. */
    private byte[] forge(byte[] packet, Slot slot, Made made, List<X509Certificate> chain, Duration later) {
        Document tree = StrictXml.parse(packet, StrictXml.PACKET_LIMIT);
        SignedTree.registerIds(tree);
        Element place = new SignedTree(tree).places().get(slot).element();
        Instant at = Instant.now().plus(later).truncatedTo(ChronoUnit.SECONDS);
        XadesDraft draft = XadesDraft.of(tree, place, "data", "chuky-gia-" + slot.kind(), at, chain);
        try {
            java.security.Signature signature =
                    java.security.Signature.getInstance(CertificateMaker.SIGNATURE_ALGORITHM);
            signature.initSign(made.key());
            signature.update(draft.dataToSign());
            return draft.signed(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Report verify(byte[] packet) {
        return verification.verify(packet, Stage.RELEASED, school.expected());
    }

    private static String text(byte[] packet) {
        return new String(packet, StandardCharsets.UTF_8);
    }
}
