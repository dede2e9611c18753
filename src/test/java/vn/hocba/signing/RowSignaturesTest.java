package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocba.signing.SigningWorld.ROW_OF_SO;
import static vn.hocba.signing.SigningWorld.ROW_OF_VAN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.ToyRegulation;
import vn.hocba.document.PacketFormat;
import vn.hocba.document.ToySnapshots;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Ids;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.StaffId;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.Report;
import vn.hocba.signing.PacketVerification.Stage;
import vn.hocba.signing.RecordSignatures.Stored;
import vn.hocba.signing.SigningWorld.Person;
import vn.hocba.signing.SigningWorld.School;
import vn.hocba.signing.session.SigningSession;

/** Teachers sign their rows before there is a packet; the packet takes in what still fits. */
@SigningTest
class RowSignaturesTest {

    @Autowired
    SigningWorld world;

    @Autowired
    PacketSigning signing;

    @Autowired
    PacketVerification verification;

    @Autowired
    RecordSignatures signatures;

    @Autowired
    PacketFormat format;

    @Autowired
    DssJudge judge;

    School school;
    RecordSnapshot version;
    String record;

    @BeforeEach
    void twoRowsAreSigned() {
        school = world.school();
        version = ToySnapshots.of("Giàng A Sử", school.taxCode());
        record = Ids.next();
        sign(ROW_OF_SO, school.other());
        sign(ROW_OF_VAN, school.homeroom());
    }

    @Test
    void thePacketTakesThemInAndEveryJudgePassesThem() {
        byte[] begun = signatures.embedRows(record, 1, format.packet(version));

        assertThat(judge.judge(begun)).hasSize(2).allMatch(DssJudge.Verdict::passed);
        byte[] released = world.seal(
                world.sign(world.sign(begun, Slot.HOMEROOM, school.homeroom()), Slot.PRINCIPAL, school.principal()),
                school);
        Report report = verification.verify(released, Stage.RELEASED, school.expected());
        assertThat(report.findings()).isEmpty();
        assertThat(report.content()).isEqualTo(version);
        assertThat(judge.judge(released)).hasSize(5).allMatch(DssJudge.Verdict::passed);
    }

    @Test
    void whatConcernsThePupilAsAWholeMayChangeMeanwhile() {
        RecordSnapshot later = ToySnapshots.with(version, Part.CLASS, "words", "Tiến bộ nhiều.");

        byte[] begun = signatures.embedRows(record, 1, format.packet(later));

        assertThat(judge.judge(begun)).hasSize(2).allMatch(DssJudge.Verdict::passed);
        assertThat(inForce()).containsExactly(ROW_OF_SO, ROW_OF_VAN);
    }

    @Test
    void aRowThatHasChangedLosesItsSignatureAndOnlyThat() {
        RecordSnapshot later = ToySnapshots.with(version, "SO", "test2", "67");

        byte[] begun = signatures.embedRows(record, 1, format.packet(later));

        assertThat(judge.judge(begun)).singleElement().matches(DssJudge.Verdict::passed);
        assertThat(inForce()).containsExactly(ROW_OF_VAN);
        assertThat(signatures.history(record))
                .filteredOn(signature -> signature.voidedAt() != null)
                .extracting(Stored::slot, Stored::voidReason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ROW_OF_SO, "Nội dung đã ký không còn như khi ký"));
        assertThatThrownBy(() -> world.sign(begun, Slot.HOMEROOM, school.homeroom()))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).key())
                .isEqualTo("signing.earlier-missing.GVBM");
    }

    @Test
    void aChangedRowVoidsItsOwnSignatureAndAllAfterItButNotThoseOfOtherRows() {
        byte[] begun = signatures.embedRows(record, 1, format.packet(version));
        add(Slot.HOMEROOM, school.homeroom(), begun);
        ToyRegulation regulation = new ToyRegulation();
        Part row = regulation.parts(7).get(0);

        signatures.voidThose(record, 1, regulation.voidedBy(version.contents(), row), "sửa điểm");

        assertThat(inForce()).containsExactly(ROW_OF_SO);
    }

    @Test
    void aChangeOfTheWholeKeepsTheRowsWhichTheNextPacketTakesInAgain() {
        byte[] begun = signatures.embedRows(record, 1, format.packet(version));
        add(Slot.HOMEROOM, school.homeroom(), begun);
        ToyRegulation regulation = new ToyRegulation();
        Part whole = regulation.parts(7).get(3);

        signatures.voidThose(record, 1, regulation.voidedBy(version.contents(), whole), "sửa nhận xét");

        assertThat(inForce()).containsExactly(ROW_OF_SO, ROW_OF_VAN);
        assertThat(judge.judge(signatures.embedRows(record, 1, format.packet(version))))
                .hasSize(2);
    }

    @Test
    void aRowThatIsChangedInThePacketIsFound() {
        byte[] released = world.releasedWithRows(school);
        String changed = new String(released, StandardCharsets.UTF_8).replace(">66</O>", ">67</O>");

        assertThat(verification
                        .verify(changed.getBytes(StandardCharsets.UTF_8), Stage.RELEASED, school.expected())
                        .findings())
                .extracting(Finding::check)
                .contains(7);
        assertThat(judge.judge(changed.getBytes(StandardCharsets.UTF_8)))
                .filteredOn(verdict -> !verdict.passed())
                .hasSize(4);
    }

    private void sign(Slot slot, Person teacher) {
        add(slot, teacher, format.packet(version));
    }

    private void add(Slot slot, Person person, byte[] packet) {
        try (SigningSession key = world.personal(person)) {
            signatures.add(
                    new RecordId(record),
                    1,
                    slot,
                    new StaffId(person.id()),
                    person.name(),
                    "Giáo viên",
                    signing.sign(packet, slot, key));
        }
    }

    private List<Slot> inForce() {
        return signatures.of(record, 1).stream().map(Stored::slot).toList();
    }
}
