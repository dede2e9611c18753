package vn.hocba.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.hocba.fixture.ReleasedRecords.BIRTH_DATE;
import static vn.hocba.fixture.ReleasedRecords.PIN;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.document.PdfText;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.ReceiptLeaf.Kind;
import vn.hocba.dossier.CheckFile;
import vn.hocba.dossier.CheckFile.Outcome;
import vn.hocba.dossier.RecordReceipts;
import vn.hocba.dossier.RecordReceipts.Receipts;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.ConfirmedList;
import vn.hocba.registry.CountedAnew;
import vn.hocba.registry.FreezeReceipts;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.FreezeReceipts.State;
import vn.hocba.registry.IntakeReceipts.Answer;
import vn.hocba.registry.ReceiptListState;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.signing.DssJudge;
import vn.hocba.signing.MovableClock;
import vn.hocba.signing.ReceiptVerification;
import vn.hocba.signing.ReceiptVerification.Report;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.EngineJobs;

/** The model {@code receipt-list.bpmn} with everything that it calls, and what comes of it for a frozen record. */
@ReleasedRecordsTest
class ReceiptListTest {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 30);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    BeginLists begin;

    @Autowired
    ApproveList approval;

    @Autowired
    SignList signList;

    @Autowired
    ReceiptBoard board;

    @Autowired
    FreezeReceipts receipts;

    @Autowired
    ReceiptVerification verification;

    @Autowired
    DssJudge judge;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    RecordReceipts papers;

    @Autowired
    CheckFile files;

    @Autowired
    LookUp lookUp;

    @Autowired
    Batches batches;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MovableClock clock;

    private School school;
    private CurrentUser leader;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        clock.reset();
        school = world.school();
        leader = world.ofProvince(school.province(), Role.PROVINCE_LEADER);
    }

    @AfterEach
    void theClockIsTheSystemsAgain() {
        clock.reset();
    }

    @Test
    void theListOfAWaveIsHashedAndWaitsForTheSo() {
        frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");

        assertThat(list().state()).isEqualTo(ReceiptListState.HASHING);
        jobs.run(list().id());

        assertThat(list().state()).isEqualTo(ReceiptListState.WAITING);
        assertThat(list().total()).isEqualTo(3);
        assertThat(list().day()).isEqualTo(DAY);
        assertThat(list().root()).hasSize(64);
        assertThat(runtime.getActiveActivityIds(process().getId())).containsExactly("userTask_sign");
        assertThat(session.as(school.official(), board::waiting)).isEqualTo(1);
        begin.beginMissed();
        assertThat(session.as(school.official(), () -> board.of(YEAR))).hasSize(1);
    }

    @Test
    void untilItIsSignedLookUpAndFormSayThatTheReceiptIsAwaitedAndAfterItTheyShowIt() {
        String record = frozen("Lò Thị Mai").get(0);
        jobs.run(list().id());

        assertThat(standing(record)).isEqualTo(new Standing(DAY, State.AWAITED, null, null));
        assertThatThrownBy(() -> lookUp.packetWithReceipt(find(record)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("chưa ký biên nhận chốt");

        sign();

        Standing signed = standing(record);
        assertThat(signed.effectiveOn()).isEqualTo(DAY);
        assertThat(signed.state()).isEqualTo(State.SIGNED);
        assertThat(signed.signer()).isEqualTo(school.province().name());
        assertThat(process()).as("the process is over").isNull();
        Report report = verify(lookUp.packetWithReceipt(find(record)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.receipt().packet()).isEqualTo(world.packet(record));
        assertThat(((Frozen) report.receipt().leaf()).effectiveOn()).isEqualTo(DAY);
        assertThat(report.list().approvedBy()).isEqualTo(leader.displayName());
        assertThat(judge.judge(report.receipt().signedList())).singleElement().matches(DssJudge.Verdict::passed);
        assertThat(audit.of(school.province().id()))
                .extracting(AuditLog.Entry::action)
                .contains("receipts.begun", "receipts.fixed", "receipts.approved", "receipts.signed");
    }

    @Test
    void aRecordThatIsBroughtAsAFileIsCheckedWithItsReceiptAndOneThatWasTamperedWithIsRefused() {
        String record = frozen("Lò Thị Mai").get(0);
        jobs.run(list().id());
        sign();
        byte[] file = lookUp.packetWithReceipt(find(record));
        CurrentUser receiver = world.school().principal();

        Outcome good = session.as(receiver, () -> files.check(file));
        assertThat(good.findings()).isEmpty();
        assertThat(good.packet().content().pupil().fullName()).isEqualTo("Lò Thị Mai");
        assertThat(((Frozen) good.receipt().receipt().leaf()).effectiveOn()).isEqualTo(DAY);
        assertThat(PdfText.of(session.as(receiver, () -> files.printedForm(good))))
                .contains("Ngày hiệu lực: 30/06/2027 (biên nhận chốt của "
                        + school.province().name());
        assertThat(session.as(receiver, () -> files.check(world.packet(record))).receipt())
                .as("without its receipt")
                .isNull();

        String text = new String(file, StandardCharsets.UTF_8);
        Outcome earlier = session.as(
                receiver,
                () -> files.check(text.replace(DAY.toString(), "2026-06-30").getBytes(StandardCharsets.UTF_8)));
        assertThat(earlier.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(9);
            assertThat(finding.key()).isEqualTo("signing.check.receipt.other-day");
        });
        assertThat(earlier.packet()).isNull();
        assertThat(session.as(receiver, () -> files.check(new byte[] {1})).passed())
                .isFalse();
    }

    @Test
    void aLeaderApprovesBeforeTheClerkSignsAndNobodyDoesBoth() {
        frozen("Lò Thị Mai");
        CurrentUser both = school.official();
        refused(leader, () -> approval.approve(list().id()), "receipt.already-approved");
        jobs.run(list().id());

        refused(school.official(), () -> signList.sign(list().id(), pin()), "receipt.not-approved");
        refused(clerk(), () -> approval.approve(list().id()), "identity.role-missing");
        session.run(both, () -> approval.approve(list().id()));
        refused(both, () -> signList.sign(list().id(), pin()), "receipt.own-approval");
        refused(leader, () -> signList.sign(list().id(), pin()), "identity.role-missing");
        refused(
                world.ofProvince(world.school().province(), Role.PROVINCE_LEADER),
                () -> approval.approve(list().id()),
                "receipt.unknown");
        sign();

        refused(school.official(), () -> signList.sign(list().id(), pin()), "receipt.already-signed");
        refused(leader, () -> approval.approve(list().id()), "receipt.already-approved");
    }

    @Test
    void aWrongPinChangesNothing() {
        frozen("Lò Thị Mai");
        jobs.run(list().id());
        session.run(leader, () -> approval.approve(list().id()));

        assertThatThrownBy(() -> session.run(
                        school.official(), () -> signList.sign(list().id(), Entered.pin("000000".toCharArray()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Mã PIN không đúng");

        assertThat(list().state()).isEqualTo(ReceiptListState.WAITING);
    }

    @Test
    void whatEarlierVersionsFrozeGetsItsListOnceAndWhatIsFrozenAfterAllAnother() {
        String record = frozen("Lò Thị Mai").get(0);
        runtime.deleteProcessInstance(process().getId(), "made as if it had never begun");
        jdbc.sql("delete from receipt_list where id = ?").param(list().id()).update();

        begin.beginMissed();
        begin.beginMissed();
        jobs.run(list().id());
        sign();
        assertThat(standing(record).state()).isEqualTo(State.SIGNED);

        // More than a piece: the last of them stands in the second one.
        String last = copies(record, 1_100);
        begin.beginMissed();
        List<ConfirmedList> both = session.as(school.official(), () -> board.of(YEAR));
        assertThat(both).extracting(ConfirmedList::ordinal).containsExactly(2, 1);
        jobs.step(list().id());
        jobs.step(list().id());
        assertThat(list().hashed()).isEqualTo(1);
        assertThat(list().state()).isEqualTo(ReceiptListState.HASHING);
        jobs.run(list().id());
        assertThat(list().total()).isEqualTo(1_100);
        sign();

        assertThat(standing(last).state()).isEqualTo(State.SIGNED);
        assertThat(standing(record).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void whatIsConfirmedStaysAsItIsWhoeverConnects() {
        String record = frozen("Lò Thị Mai").get(0);
        jobs.run(list().id());
        sign();
        String id = list().id();

        for (String change : List.of(
                "update receipt_list set total = 2 where id = '" + id + "'",
                "delete from receipt_list_item where list_id = '" + id + "'",
                "update receipt_list_item set salt = salt where list_id = '" + id + "'",
                "update receipt_list_piece set root = root where list_id = '" + id + "'")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("confirmed by the Sở");
        }
        assertThat(standing(record).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void theAnswersOfADayAreConfirmedTogetherOnTheNextAndTheSchoolHasEachAsAFile() {
        String record = released("Lò Thị Mai", "Giàng A Sử").get(0);
        begin.beginIntake();
        assertThat(lists(Kind.INTAKE)).as("the day is not over").isEmpty();

        clock.set(clock.instant().plus(Duration.ofDays(1)));
        begin.beginIntake();
        begin.beginIntake();

        ConfirmedList intake = lists(Kind.INTAKE).get(0);
        jobs.run(intake.id());
        assertThat(lists(Kind.INTAKE)).singleElement().satisfies(list -> {
            assertThat(list.total()).isEqualTo(2);
            assertThat(list.state()).isEqualTo(ReceiptListState.WAITING);
        });
        assertThat(ofSchool(record).answer().signed()).isFalse();
        assertThatThrownBy(() -> session.as(school.clerk(), () -> papers.ofIntake(record)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("chưa ký biên nhận tiếp nhận");

        certificate();
        sign(intake.id());

        Answer answer = ofSchool(record).answer();
        assertThat(answer.signed()).isTrue();
        assertThat(ofSchool(record).freeze()).as("not frozen").isNull();
        Report report = verify(session.as(school.clerk(), () -> papers.ofIntake(record)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.receipt().leaf()).isInstanceOfSatisfying(Answered.class, leaf -> {
            assertThat(leaf.receiptNo()).isEqualTo(answer.number());
            assertThat(leaf.accepted()).isTrue();
            assertThat(leaf.packetHash()).isEqualTo(Sha256.of(world.packet(record)));
        });
        begin.beginIntake();
        assertThat(lists(Kind.INTAKE)).as("nothing was answered since").hasSize(1);
    }

    private Receipts ofSchool(String record) {
        return session.as(school.clerk(), () -> papers.of(record));
    }

    private List<ConfirmedList> lists(Kind kind) {
        return session.as(school.official(), () -> board.of(YEAR)).stream()
                .filter(list -> list.kind() == kind)
                .toList();
    }

    /** Frozen versions of the same wave that nobody has signed a packet of; returns the year record of the last. */
    private String copies(String record, int number) {
        byte[] packet = "a packet".getBytes(StandardCharsets.UTF_8);
        String last = null;
        for (int i = 0; i < number; i++) {
            last = Ids.next();
            jdbc.sql(
                            "insert into registered_record (id, row_version, lookup_code, year_record_id, version_no, school_code,"
                                    + " school_name, province_code, school_year, level, grade, class_name, pupil_code, birth_date,"
                                    + " state, packet, packet_hash, signers, received_at, effective_on, programme_completed)"
                                    + " select ?, 0, ?, ?, 1, school_code, school_name, province_code, school_year, level, grade,"
                                    + " class_name, pupil_code, birth_date, 'FROZEN', ?, ?, signers, received_at, effective_on, true"
                                    + " from registered_record where year_record_id = ?")
                    .params(Ids.next(), Ids.unguessable(), last, packet, Sha256.of(packet), record)
                    .update();
        }
        jdbc.sql("update cut_off set frozen = frozen + ? where province_id = ? and wave = 'FIRST'")
                .params(number, school.province().id())
                .update();
        CountedAnew.of(jdbc);
        return last;
    }

    private void refused(CurrentUser who, Runnable action, String key) {
        assertThatThrownBy(() -> session.run(who, action))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private CurrentUser clerk() {
        return world.ofProvince(school.province(), Role.PROVINCE_CLERK);
    }

    private void sign() {
        sign(list().id());
    }

    private void sign(String id) {
        if (one(id).approvedBy() == null) {
            session.run(leader, () -> approval.approve(id));
        }
        CurrentUser clerk = one(id).approvedBy().equals(school.official().username()) ? clerk() : school.official();
        String batchId = session.as(clerk, () -> signList.sign(id, pin()));
        await().until(
                        () -> session.as(clerk, () -> batches.progress(batchId)),
                        progress -> progress.state() != BatchState.RUNNING);
        assertThat(one(id).state()).isEqualTo(ReceiptListState.SIGNED);
    }

    private ConfirmedList one(String id) {
        return session.as(school.official(), () -> board.of(YEAR)).stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Entered pin() {
        return Entered.pin(PIN.toCharArray());
    }

    private List<String> released(String... names) {
        List<String> records = world.released(school, names);
        life.submit(school);
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", records)
                .update();
        CountedAnew.of(jdbc);
        return records;
    }

    private List<String> frozen(String... names) {
        List<String> records = released(names);
        life.cutOff(school, Wave.FIRST);
        certificate();
        return records;
    }

    private void certificate() {
        session.run(
                school.official(),
                () -> authority.issueSeal(
                        school.province().id(),
                        school.province().name(),
                        school.province().taxCode(),
                        PIN.toCharArray()));
    }

    /** The latest list of the wave. */
    private ConfirmedList list() {
        return lists(Kind.FREEZE).get(0);
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(list().id())
                .singleResult();
    }

    private Standing standing(String record) {
        return receipts.ofRecord(record).orElseThrow();
    }

    private Report verify(byte[] file) {
        return verification.verify(file, school.province().taxCode());
    }

    private FoundYear find(String record) {
        return lookUp.find(
                        world.content(record).lookupCode(),
                        DateTimeFormatter.ofPattern("dd/MM/yyyy").format(BIRTH_DATE),
                        "192.0.2.1")
                .get(0);
    }
}
