package vn.hocba.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.assessment.Part;
import vn.hocba.document.ActingFor;
import vn.hocba.document.ClassPackage;
import vn.hocba.fixture.KnownDuties;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.Capacity;
import vn.hocba.identity.RoleGrants;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordSnapshot.Issuer;
import vn.hocba.school.ChangeDuties;
import vn.hocba.school.GrantRoles;
import vn.hocba.school.SchoolDirectory.PupilInfo;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

@ReleasedRecordsTest
class IntakeTest {

    @Autowired
    Intake intake;

    @Autowired
    ReleasedRecords world;

    @Autowired
    ChangeDuties changeDuties;

    @Autowired
    GrantRoles roles;

    @Autowired
    RoleGrants grants;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @Test
    void aReleasedRecordIsAcceptedAndGetsANumberedReceipt() {
        String record = world.released(school, "Lò Thị Mai").get(0);

        ProvinceReceipt receipt =
                intake.receive(world.pack(school, world.item(record))).get(0);

        assertThat(receipt.accepted()).isTrue();
        assertThat(receipt.reasons()).isEmpty();
        assertThat(receipt.receiptNo()).matches("BN-\\d{4}-\\d{6}");
        assertThat(states(record)).containsExactly("ACCEPTED");
    }

    @Test
    void theSamePacketSentAgainIsAnsweredWithTheSameReceiptAndStoredOnce() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        ProvinceReceipt first =
                intake.receive(world.pack(school, world.item(record))).get(0);

        ProvinceReceipt second =
                intake.receive(world.pack(school, world.item(record))).get(0);

        assertThat(second.receiptNo()).isEqualTo(first.receiptNo());
        assertThat(states(record)).containsExactly("ACCEPTED");
        assertThat(count("select count(*) from receipt where year_record_id = ?", record))
                .isEqualTo(1);
    }

    @Test
    void aTamperedPacketIsRejectedWithItsReasonAndTheOthersAreAccepted() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        ClassPackage.Item good = world.item(records.get(0));
        ClassPackage.Item bad = new ClassPackage.Item(records.get(1), 1, tampered(world.packet(records.get(1))));

        List<ProvinceReceipt> receipts = intake.receive(world.pack(school, good, bad));

        assertThat(receipts).extracting(ProvinceReceipt::accepted).containsExactly(true, false);
        assertThat(receipts.get(1).reasons()).isNotEmpty().allMatch(reason -> !reason.isBlank());
        assertThat(states(records.get(1))).isEmpty();
    }

    @Test
    void aPackageThatAnotherSchoolSignedIsRefusedAndNothingIsStored() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        byte[] forged = world.pack(world.school(), school.unit().code(), world.item(record));

        assertThatThrownBy(() -> intake.receive(forged)).isInstanceOf(Refused.class);
        assertThat(count("select count(*) from receipt where year_record_id = ?", record))
                .isZero();
    }

    @Test
    void aPackageOfAnUnknownSchoolIsRefused() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        byte[] unknown = world.pack(school, "NOWHERE", world.item(record));

        assertThatThrownBy(() -> intake.receive(unknown))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("registry.unknown-school"));
    }

    @Test
    void anotherSchoolsRecordIsRejectedAndThatSchoolMayStillSubmitIt() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        ProvinceReceipt foreign =
                intake.receive(world.pack(world.school(), world.item(record))).get(0);

        ProvinceReceipt own =
                intake.receive(world.pack(school, world.item(record))).get(0);

        assertThat(foreign.accepted()).isFalse();
        assertThat(own.accepted()).isTrue();
    }

    @Test
    void aSignerWhoIsNotTheHomeroomTeacherOfTheClassIsRejected() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        jdbc.sql("update school_class set homeroom_staff_id = ? where id = ?")
                .params(school.principal().staffId(), school.classId())
                .update();

        ProvinceReceipt receipt =
                intake.receive(world.pack(school, world.item(record))).get(0);

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.reasons()).singleElement().asString().contains("Nguyễn Thị Hoa");
    }

    @Test
    void whoeverHadTheOfficesWhenTheySignedIsTakenAlthoughOthersHaveThemNow() {
        KnownDuties.note(jdbc, school.classId());
        String record = world.released(school, "Lò Thị Mai").get(0);
        session.run(
                school.admin(),
                () -> changeDuties.give(
                        List.of(new ChangeDuties.Duty(school.classId(), Part.CLASS)),
                        new ChangeDuties.Order(
                                world.teacher(school).staffId(), LocalDate.of(2026, 1, 1), null, "Nghỉ hưu", "7/QĐ")));
        session.run(
                school.admin(),
                () -> roles.end(grants.current(school.unit().id()).get(0).id(), "Chuyển công tác"));

        ProvinceReceipt receipt =
                intake.receive(world.pack(school, world.item(record))).get(0);

        assertThat(receipt.reasons()).isEmpty();
        assertThat(receipt.accepted()).isTrue();
        assertThat(jdbc.sql("select signers from registered_record where year_record_id = ?")
                        .param(record)
                        .query(String.class)
                        .single())
                .contains("Phó hiệu trưởng");
    }

    @Test
    void whoHadNoOfficeYetOrNoMoreWhenSigningIsRejectedAlthoughTheOfficeIsTheirsNow() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        KnownDuties.note(jdbc, school.classId());
        jdbc.sql("update duty_term set held_from = ? where class_id = ? and part = 'HOMEROOM'")
                .params(LocalDateTime.now(ZoneOffset.UTC).plusDays(2), school.classId())
                .update();
        ProvinceReceipt tooEarly =
                intake.receive(world.pack(school, world.item(records.get(0)))).get(0);
        jdbc.sql("update duty_term set held_from = '2000-01-01 00:00:00' where class_id = ?")
                .param(school.classId())
                .update();
        jdbc.sql("update role_grant set held_until = '2020-01-01 00:00:00' where unit_id = ?")
                .param(school.unit().id())
                .update();
        ProvinceReceipt tooLate =
                intake.receive(world.pack(school, world.item(records.get(1)))).get(0);

        assertThat(tooEarly.accepted()).isFalse();
        assertThat(tooEarly.reasons()).singleElement().asString().contains("Nguyễn Thị Hoa");
        assertThat(tooLate.accepted()).isFalse();
        assertThat(tooLate.reasons()).singleElement().asString().contains("Lê Văn H'Lâm");
    }

    @Test
    void aLookupCodeThatBelongsToAnotherPupilIsRejected() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        intake.receive(world.pack(school, world.item(records.get(0))));
        jdbc.sql("update registered_record set lookup_code = ? where year_record_id = ?")
                .params(world.content(records.get(1)).lookupCode(), records.get(0))
                .update();

        ProvinceReceipt receipt =
                intake.receive(world.pack(school, world.item(records.get(1)))).get(0);

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.reasons()).singleElement().asString().contains("Mã tra cứu");
    }

    @Test
    void aLabelThatDoesNotMatchItsPacketIsRejected() {
        String record = world.released(school, "Lò Thị Mai").get(0);

        ProvinceReceipt receipt = intake.receive(
                        world.pack(school, new ClassPackage.Item(Ids.next(), 1, world.packet(record))))
                .get(0);

        assertThat(receipt.accepted()).isFalse();
    }

    @Test
    void aNewerVersionReplacesTheOneInForce() {
        String record = accepted();

        ProvinceReceipt receipt = submitVersion(record, 2);

        assertThat(receipt.accepted()).isTrue();
        assertThat(states(record)).containsExactly("REPLACED", "ACCEPTED");
    }

    @Test
    void aVersionThatIsNotNewerIsRejected() {
        String record = accepted();
        submitVersion(record, 3);

        ProvinceReceipt receipt = submitVersion(record, 2);

        assertThat(receipt.accepted()).isFalse();
        assertThat(states(record)).containsExactly("REPLACED", "ACCEPTED");
    }

    @Test
    void aFrozenRecordTakesNoOtherVersion() {
        String record = accepted();
        jdbc.sql("update registered_record set state = 'FROZEN' where year_record_id = ?")
                .param(record)
                .update();

        ProvinceReceipt receipt = submitVersion(record, 2);

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.reasons()).singleElement().asString().contains("đã chốt");
    }

    @Test
    void aRecordWithoutWhatTheProvinceFindsItByIsRejectedAndTheOthersAreAccepted() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        RecordSnapshot s = world.content(records.get(1));
        byte[] bare = world.packet(
                school,
                with(
                        s,
                        1,
                        new Issuer(
                                s.issuer().schoolCode(),
                                "Trường ".repeat(30),
                                s.issuer().taxCode(),
                                null,
                                null,
                                null),
                        pupil(s.pupil(), null, s.pupil().fullName(), null)));

        List<ProvinceReceipt> receipts = intake.receive(
                world.pack(school, world.item(records.get(0)), new ClassPackage.Item(records.get(1), 1, bare)));

        assertThat(receipts).extracting(ProvinceReceipt::accepted).containsExactly(true, false);
        assertThat(String.join("\n", receipts.get(1).reasons()))
                .contains("thiếu mã học sinh", "thiếu ngày sinh", "thiếu mã sở", "Tên trường");
    }

    @Test
    void aCodeAndANameThatAreTooLongAreAnsweredToo() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        RecordSnapshot s = world.content(record);
        byte[] packet = world.packet(
                school,
                with(
                        s,
                        1,
                        s.issuer(),
                        pupil(
                                s.pupil(),
                                "7".repeat(21),
                                "Lò ".repeat(60) + "Mai",
                                s.pupil().birthDate())));

        ProvinceReceipt receipt = intake.receive(world.pack(school, new ClassPackage.Item(record, 1, packet)))
                .get(0);

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.reasons()).singleElement().asString().contains("dài quá 20 ký tự");
    }

    @Test
    void aLabelThatNoReceiptCanNameRefusesThePackageAndStoresNothing() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        byte[] pack =
                world.pack(school, world.item(record), new ClassPackage.Item("x".repeat(33), 1, world.packet(record)));

        assertThatThrownBy(() -> intake.receive(pack))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("registry.long-id"));
        assertThat(count("select count(*) from receipt where year_record_id = ?", record))
                .isZero();
    }

    @Test
    void aVersionNumberBeyondAllMeasureRefusesThePackage() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String pack = new String(world.pack(school, world.item(record)), StandardCharsets.UTF_8);
        byte[] other =
                pack.replace("PHIEN_BAN=\"1\"", "PHIEN_BAN=\"99999999999\"").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> intake.receive(other))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("packet.structure"));
    }

    @Test
    void whoSignedForTheSchoolIsTakenAsWhatTheyWereThenAndAsNothingElse() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        ActingFor deputy = new ActingFor("Lê Văn H'Lâm", Capacity.DEPUTY, "Phó hiệu trưởng", null);
        ActingFor head = new ActingFor("Lê Văn H'Lâm", Capacity.HEAD, "Hiệu trưởng", null);

        ProvinceReceipt asDeputy = submitAs(records.get(0), deputy);
        ProvinceReceipt asHead = submitAs(records.get(1), head);

        assertThat(asDeputy.reasons()).isEmpty();
        assertThat(asDeputy.accepted()).isTrue();
        assertThat(asHead.accepted()).isFalse();
        assertThat(asHead.reasons()).singleElement().asString().contains("Lê Văn H'Lâm", "«Hiệu trưởng»");
    }

    private ProvinceReceipt submitAs(String record, ActingFor signer) {
        byte[] packet = world.packet(school, world.content(record), signer);
        return intake.receive(world.pack(school, new ClassPackage.Item(record, 1, packet)))
                .get(0);
    }

    private static PupilInfo pupil(PupilInfo p, String code, String name, LocalDate birthDate) {
        return new PupilInfo(
                p.id(),
                code,
                name,
                birthDate,
                p.gender(),
                p.ethnicity(),
                p.nationality(),
                p.personalId(),
                p.birthPlace(),
                p.homeTown(),
                p.residence(),
                p.fatherName(),
                p.motherName(),
                p.guardianName(),
                p.policyGroup(),
                p.travelDocument(),
                p.travelDocumentNo());
    }

    private String accepted() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        intake.receive(world.pack(school, world.item(record)));
        return record;
    }

    private ProvinceReceipt submitVersion(String record, int version) {
        RecordSnapshot s = world.content(record);
        RecordSnapshot next = with(s, version, s.issuer(), s.pupil());
        return intake.receive(world.pack(school, new ClassPackage.Item(record, version, world.packet(school, next))))
                .get(0);
    }

    private static RecordSnapshot with(RecordSnapshot s, int version, Issuer issuer, PupilInfo pupil) {
        return new RecordSnapshot(
                s.lookupCode(),
                s.yearRecordId(),
                version,
                s.level(),
                s.schoolYear(),
                s.grade(),
                s.className(),
                s.createdOn(),
                issuer,
                pupil,
                s.regulation(),
                s.parts(),
                s.homeroom(),
                s.conclusion());
    }

    private static byte[] tampered(byte[] packet) {
        String text = new String(packet, StandardCharsets.UTF_8);
        String changed = text.replaceFirst("Chăm ngoan\\.", "Chăm ngoan, giỏi.");
        assertThat(changed).isNotEqualTo(text);
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> states(String record) {
        return jdbc.sql("select state from registered_record where year_record_id = ? order by version_no")
                .param(record)
                .query(String.class)
                .list();
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
