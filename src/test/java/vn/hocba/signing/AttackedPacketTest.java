package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
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
    private static final Pattern CERTIFICATE = Pattern.compile("<ds:X509Certificate>([^<]+)</ds:X509Certificate>");
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
    /** By the regulation of the tests, with rows that their teachers signed. */
    String byRows;

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
        byRows = text(world.releasedWithRows(school));
        assertThat(verify(released.getBytes(StandardCharsets.UTF_8)).findings()).isEmpty();
        assertThat(verify(byRows.getBytes(StandardCharsets.UTF_8)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isCaughtByTheRightCheck(Attack attack) {
        byte[] packet = attack.packet().apply(this);
        assertThat(text(packet)).isNotEqualTo(released).isNotEqualTo(byRows);

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
                edit("bytes after a certificate", 6, packet -> certificate(packet, 1, AttackedPacketTest::andMore)),
                edit("name that nobody can read", 6, packet -> certificate(packet, 1, AttackedPacketTest::unreadable)),
                edit("changed authority", 7, packet -> certificate(packet, 2, AttackedPacketTest::signedOtherwise)),
                edit("certificate that nobody needs", 7, AttackedPacketTest::issuerTwice),
                edit("certificate of another person put in", 7, AttackedPacketTest::otherCertificate),
                new Attack("data of another pupil", 7, AttackedPacketTest::otherPupil),
                new Attack("expired certificate", 7, AttackedPacketTest::expired),
                new Attack("certificate not valid yet", 7, AttackedPacketTest::notYetValid),
                new Attack("revoked certificate", 7, AttackedPacketTest::revoked),
                new Attack("certificate under a foreign root", 7, AttackedPacketTest::foreignRoot),
                new Attack("certificate that the authority does not know", 7, AttackedPacketTest::unknownStatus),
                new Attack("signed in the future", 7, AttackedPacketTest::future));
    }

    @ParameterizedTest
    @MethodSource("attacksOnRows")
    void onRowsIsCaughtByTheRightCheck(Attack attack) {
        isCaughtByTheRightCheck(attack);
    }

    static Stream<Attack> attacksOnRows() {
        return Stream.of(
                rows("CDATA in a cell", 1, packet -> packet.replace(">66</O>", "><![CDATA[66]]></O>")),
                rows("a cell twice", 2, packet -> packet.replaceFirst("MA=\"project1\"", "MA=\"test1\"")),
                rows("a cell with an attribute of its own", 2, packet -> packet.replaceFirst("<O ", "<O GHI=\"x\" ")),
                rows(
                        "a cell of TT 27 in a row",
                        2,
                        packet -> packet.replaceFirst("</O><MA_GIAO_VIEN>", "</O><MIEN>1</MIEN><MA_GIAO_VIEN>")),
                rows(
                        "TT 27's table beside the rows",
                        2,
                        packet -> packet.replace(
                                "<DANH_GIA_THEO_QUY_DINH", "<BANG_DIEM></BANG_DIEM><DANH_GIA_THEO_QUY_DINH")),
                rows("two rows of one id", 3, packet -> packet.replace("Id=\"mon-so\"", "Id=\"mon-van\"")),
                rows("signatures of two rows exchanged", 4, packet -> exchanged(packet, 0, 1)),
                rows("a row's signature in the homeroom teacher's slot", 4, packet -> exchanged(packet, 0, 2)),
                rows(
                        "a slot of a row that does not exist",
                        4,
                        packet -> packet.replace("Id=\"ky-mon-so\"", "Id=\"ky-mon-to\"")),
                rows("removed signature of a row", 5, packet -> without(packet, 0)),
                rows(
                        "removed slot of a row",
                        5,
                        packet -> packet.replaceFirst("<GVBM Id=\"ky-mon-so\">.*?</GVBM>", "")),
                rows(
                        "slot for a row that nobody signs",
                        5,
                        packet -> packet.replace(
                                "</DANH_SACH_GVBM>", "<GVBM Id=\"ky-mon-nhac\"></GVBM></DANH_SACH_GVBM>")),
                new Attack("a slot for a row of TT 27, which has none signed", 5, test -> test.released
                        .replace("<DANH_SACH_GVBM>", "<DANH_SACH_GVBM><GVBM Id=\"ky-mon-tv\"></GVBM>")
                        .getBytes(StandardCharsets.UTF_8)),
                new Attack("a row signed by a colleague", 6, AttackedPacketTest::rowOfAColleague),
                rows("changed cell", 7, packet -> packet.replace(">66</O>", ">96</O>")),
                rows(
                        "filled empty cell",
                        7,
                        packet -> packet.replace(
                                "MA=\"project1\" TEN=\"Dự án\"></O>", "MA=\"project1\" TEN=\"Dự án\">100</O>")),
                rows("changed name of a cell", 7, packet -> packet.replaceFirst("TEN=\"Dự án\"", "TEN=\"Bài thi\"")),
                rows("a value that the regulation does not allow", 8, packet -> packet.replace(">66</O>", ">660</O>")),
                rows(
                        "a row of another record",
                        8,
                        packet -> packet.replaceFirst("MA_HO_SO_NAM=\"018f", "MA_HO_SO_NAM=\"018e")),
                rows("another regulation", 8, packet -> packet.replace("\"TOY-1\"", "\"TOY-9\"")),
                rows("TT 27 by rows", 8, packet -> packet.replace("\"TOY-1\"", "\"TT27-2020\"")));
    }

    private static Attack rows(String name, int check, UnaryOperator<String> edit) {
        return new Attack(name, check, test -> edit.apply(test.byRows).getBytes(StandardCharsets.UTF_8));
    }

    private static String exchanged(String packet, int one, int other) {
        List<String> all = signatures(packet);
        return packet.replace(all.get(one), "@0")
                .replace(all.get(other), all.get(one))
                .replace("@0", all.get(other));
    }

    private static byte[] rowOfAColleague(AttackedPacketTest test) {
        School school = test.school;
        byte[] packet = test.world.sign(test.world.toyDraft(school), SigningWorld.ROW_OF_SO, school.homeroom());
        packet = test.world.sign(packet, SigningWorld.ROW_OF_VAN, school.homeroom());
        return test.releasedWith(test.world.sign(packet, Slot.HOMEROOM, school.homeroom()));
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
        return exchanged(packet, 0, 1);
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

    /** The first signature with one of its certificates changed, counted from 1. */
    private static String certificate(String packet, int number, UnaryOperator<byte[]> change) {
        Matcher certificate = CERTIFICATE.matcher(packet);
        for (int i = 0; i < number; i++) {
            assertThat(certificate.find()).isTrue();
        }
        byte[] changed = change.apply(Base64.getDecoder().decode(certificate.group(1)));
        return packet.substring(0, certificate.start(1))
                + Base64.getEncoder().encodeToString(changed)
                + packet.substring(certificate.end(1));
    }

    private static byte[] andMore(byte[] certificate) {
        return Arrays.copyOf(certificate, certificate.length + 1);
    }

    /** In UTF-8 there is no such byte. */
    private static byte[] unreadable(byte[] certificate) {
        byte[] changed = certificate.clone();
        changed[new String(certificate, StandardCharsets.ISO_8859_1).indexOf("CCCD:")] = (byte) 0xff;
        return changed;
    }

    private static byte[] signedOtherwise(byte[] certificate) {
        byte[] changed = certificate.clone();
        changed[changed.length - 1] ^= 1;
        return changed;
    }

    private static String issuerTwice(String packet) {
        Matcher certificate = CERTIFICATE.matcher(packet);
        assertThat(certificate.find() && certificate.find()).isTrue();
        return packet.substring(0, certificate.end()) + certificate.group() + packet.substring(certificate.end());
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
