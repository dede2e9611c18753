package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.document.HashTree;
import vn.hocba.document.Receipt;
import vn.hocba.document.ReceiptFormat;
import vn.hocba.document.ReceiptLeaf;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.ReceiptLeaf.Kind;
import vn.hocba.document.ReceiptList;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.ReceiptVerification.Report;
import vn.hocba.signing.SigningWorld.School;
import vn.hocba.signing.session.SigningSession;

/** Receipts of the Sở, and what was made of them: each is refused with its reason (docs/packet.md, the ninth check). A school's seal stands for that of the Sở. */
@SigningTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptVerificationTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 30);
    private static final String SALT = "00112233445566778899aabbccddeeff";

    @Autowired
    SigningWorld world;

    @Autowired
    PacketSigning signing;

    @Autowired
    ReceiptFormat format;

    @Autowired
    ReceiptVerification verification;

    @Autowired
    DssJudge judge;

    private School province;
    private List<ReceiptLeaf> wave;
    private byte[] list;

    @BeforeAll
    void aSignedWave() {
        province = world.school();
        wave = List.of(frozen("A", DAY), frozen("B", DAY), frozen("C", DAY));
        list = signed(Kind.FREEZE, wave, DAY, province);
    }

    @Test
    void theReceiptOfEveryRecordOfAWaveIsGoodAndSaysTheDayOfEffect() {
        for (int i = 0; i < wave.size(); i++) {
            Report report = verify(format.write(receipt(wave, i, list)));

            assertThat(report.findings()).isEmpty();
            assertThat(((Frozen) report.receipt().leaf()).effectiveOn()).isEqualTo(DAY);
            assertThat(report.list().total()).isEqualTo(3);
            assertThat(report.signer()).isEqualTo("Trường Tiểu học Hòa Bình");
            assertThat(report.signedAt()).isNotNull();
        }
        assertThat(judge.judge(list)).singleElement().matches(DssJudge.Verdict::passed);
    }

    @Test
    void aTimeThatThereIsNotIsAFinding() {
        Answered answered = new Answered(
                "BN-2027-000001", "A", 1, Sha256.of(packet("A")), false, Instant.parse("2027-06-29T17:00:00Z"), SALT);
        byte[] signed = signed(Kind.INTAKE, List.of(answered), DAY, province);
        String written =
                new String(format.write(new Receipt(null, answered, 0, List.of(), signed)), StandardCharsets.UTF_8);

        String wrong = written.replace("2027-06-29T17:00:00Z", "2027-02-31T25:59:00Z");

        assertThat(wrong).isNotEqualTo(written);
        assertThat(verify(wrong.getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(Finding::key)
                .containsExactly("signing.check.content");
    }

    @Test
    void aReceiptOfTheIntakeSaysHowItWasAnswered() {
        Answered answered = new Answered(
                "BN-2027-000001", "A", 1, Sha256.of(packet("A")), false, Instant.parse("2027-06-29T17:00:00Z"), SALT);
        byte[] signed = signed(Kind.INTAKE, List.of(answered), DAY, province);

        Report report = verify(format.write(new Receipt(null, answered, 0, List.of(), signed)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.receipt().leaf()).isEqualTo(answered);
        assertThat(report.list().day()).isEqualTo(DAY);
    }

    @Test
    void anAnswerOfAnotherDayThanThoseOfTheListIsNot() {
        Answered late = new Answered(
                "BN-2027-000001", "A", 1, Sha256.of(packet("A")), true, Instant.parse("2027-06-30T17:00:00Z"), SALT);

        refused(
                format.write(new Receipt(null, late, 0, List.of(), signed(Kind.INTAKE, List.of(late), DAY, province))),
                9,
                "other-day");
    }

    @Test
    void aChangedReceiptIsRefused() {
        byte[] good = format.write(receipt(wave, 1, list));

        refused(edited(good, text -> text.replace("<PHIEN_BAN>1<", "<PHIEN_BAN>2<")), 9, "not-in-list");
        refused(edited(good, text -> text.replace(">" + SALT, ">ff" + SALT.substring(2))), 9, "not-in-list");
        refused(edited(good, text -> text.replace("<VI_TRI>1<", "<VI_TRI>0<")), 9, "not-in-list");
        refused(edited(good, text -> text.replace("<VI_TRI>1<", "<VI_TRI>999999999<")), 9, "not-in-list");
        refused(edited(good, text -> text.replaceFirst("<MA_BAM>[0-9a-f]{64}</MA_BAM>", "")), 9, "not-in-list");
        refused(edited(good, text -> text.replace(DAY.toString(), "2027-06-29")), 9, "other-day");
        refused(edited(good, text -> text.replace("</BIEN_NHAN>", "<X></X></BIEN_NHAN>")), 2, "packet.structure");
    }

    @Test
    void theReceiptOrThePathOfAnotherRecordIsRefused() {
        Receipt second = receipt(wave, 1, list);
        Receipt third = receipt(wave, 2, list);

        refused(
                format.write(new Receipt(packet("C"), second.leaf(), second.place(), second.path(), list)),
                9,
                "other-packet");
        refused(
                format.write(new Receipt(second.packet(), second.leaf(), third.place(), third.path(), list)),
                9,
                "not-in-list");
    }

    @Test
    void theRootOfAnotherWaveIsRefusedEvenOfTheSameDay() {
        List<ReceiptLeaf> other = List.of(frozen("D", DAY), frozen("E", DAY), frozen("F", DAY));
        LocalDate august = LocalDate.of(2027, 8, 15);

        refused(format.write(receipt(wave, 1, signed(Kind.FREEZE, other, DAY, province))), 9, "not-in-list");
        refused(
                format.write(receipt(wave, 1, signed(Kind.FREEZE, List.of(frozen("D", august)), august, province))),
                9,
                "other-day");
    }

    @Test
    void aListThatIsChangedUnsignedOrSignedByAnotherIsRefused() {
        School other = world.school();
        byte[] changed = edited(list, text -> text.replace("<NGAY_HIEU_LUC>2027-06-30", "<NGAY_HIEU_LUC>2027-06-29"));
        List<ReceiptLeaf> earlier = List.of(frozen("B", LocalDate.of(2027, 6, 29)));

        refused(format.write(receipt(earlier, 0, changed)), 7, "broken");
        refused(format.write(receipt(wave, 1, signed(Kind.FREEZE, wave, DAY, other))), 6, "signer.RECEIPTS");
        refused(format.write(receipt(wave, 1, unsigned(Kind.FREEZE, wave, DAY))), 5, "unsigned");
        refused(format.write(receipt(wave, 1, "no list".getBytes(StandardCharsets.UTF_8))), 1, "packet.not-xml");
        refused("no receipt".getBytes(StandardCharsets.UTF_8), 1, "packet.not-xml");
    }

    private void refused(byte[] receipt, int check, String reason) {
        Report report = verify(receipt);

        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo(check);
            assertThat(finding.key()).endsWith(reason);
        });
        assertThat(report.receipt()).isNull();
        assertThat(report.findings()).extracting(ReceiptVerificationTest::words).allSatisfy(words -> assertThat(words)
                .doesNotStartWith("signing.")
                .doesNotStartWith("packet.")
                .isNotBlank());
    }

    private static String words(Finding finding) {
        return Texts.vi(finding.key(), finding.args().toArray());
    }

    private Report verify(byte[] receipt) {
        return verification.verify(receipt, province.taxCode());
    }

    private static byte[] edited(byte[] receipt, UnaryOperator<String> change) {
        String text = new String(receipt, StandardCharsets.UTF_8);
        String edited = change.apply(text);
        assertThat(edited).isNotEqualTo(text);
        return edited.getBytes(StandardCharsets.UTF_8);
    }

    private static Frozen frozen(String record, LocalDate day) {
        return new Frozen("code-" + record, record, 1, Sha256.of(packet(record)), day, SALT);
    }

    private static byte[] packet(String record) {
        return Base64.getEncoder().encode(("packet of " + record).getBytes(StandardCharsets.UTF_8));
    }

    private static Receipt receipt(List<ReceiptLeaf> leaves, int place, byte[] list) {
        return new Receipt(
                packet(leaves.get(place).yearRecordId()),
                leaves.get(place),
                place,
                HashTree.path(hashes(leaves), place).stream()
                        .map(HexFormat.of()::formatHex)
                        .toList(),
                list);
    }

    private static List<byte[]> hashes(List<ReceiptLeaf> leaves) {
        List<byte[]> hashes = new ArrayList<>();
        leaves.forEach(leaf -> hashes.add(leaf.hash()));
        return hashes;
    }

    private byte[] signed(Kind kind, List<ReceiptLeaf> leaves, LocalDate day, School signer) {
        try (SigningSession key = world.seal(signer)) {
            return signing.sign(unsigned(kind, leaves, day), WholeDocument.RECEIPTS, key)
                    .packet();
        }
    }

    private byte[] unsigned(Kind kind, List<ReceiptLeaf> leaves, LocalDate day) {
        boolean freeze = kind == Kind.FREEZE;
        return format.write(new ReceiptList(
                kind,
                "list",
                "79",
                "Sở Giáo dục và Đào tạo",
                province.taxCode(),
                freeze ? 2026 : null,
                freeze ? 1 : null,
                day,
                day,
                leaves.size(),
                HexFormat.of().formatHex(HashTree.root(hashes(leaves))),
                "Lê Văn H'Lâm",
                day));
    }
}
