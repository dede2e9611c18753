package vn.hocba.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import vn.hocba.assessment.Signature;
import vn.hocba.audit.AuditLog;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.desk.ReturnRecords.Instruction;
import vn.hocba.desk.admin.SchoolCertificates;
import vn.hocba.desk.admin.SchoolCertificates.Holder;
import vn.hocba.desk.admin.SchoolCertificates.State;
import vn.hocba.desk.clerk.SealClass;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.FinishSubject;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.desk.teacher.SignRows;
import vn.hocba.document.PdfText;
import vn.hocba.dossier.RecordDocuments;
import vn.hocba.fixture.PartCells;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.Worlds;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.record.EnterMarks;
import vn.hocba.record.Entry;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.signing.RecordSignatures.Stored;
import vn.hocba.signing.Slot;
import vn.hocba.submission.SubmitClass;
import vn.hocba.toy.ToySchool.School;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Step;

/** A regulation with other marks, two terms and a signature over each row is known from {@link ToyPolicy} alone, all the way. */
@SpringBootTest
@ActiveProfiles("test")
@Import(Worlds.class)
class SecondRegulationLifeTest {

    private static final Slot VAN = row("VAN");
    private static final Slot SO = row("SO");
    private static final Slot NHAC = row("NHAC");
    private static final String REASON = "Nhập nhầm điểm thi, xem lại bài";

    @Autowired
    ToySchool world;

    @Autowired
    Session session;

    @Autowired
    SignRows signRows;

    @Autowired
    FinishSubject finishSubject;

    @Autowired
    SignHomeroom signHomeroom;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    SealClass sealClass;

    @Autowired
    ReturnRecords returnRecords;

    @Autowired
    SubmitClass submitClass;

    @Autowired
    RecordDocuments documents;

    @Autowired
    RecordSignatures signatures;

    @Autowired
    LookUp lookUp;

    @Autowired
    RequestBoard board;

    @Autowired
    SchoolCertificates certificates;

    @Autowired
    Clock clock;

    @Autowired
    EngineJobs jobs;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcClient jdbc;

    private Unit province;
    private School school;
    private String record;

    @BeforeEach
    void aSchoolWhereEverythingIsEntered() {
        province = world.province();
        ReleasedRecords.showsUnfrozen(jdbc, province.code());
        school = world.open(province);
        world.enterAll(school);
        record = world.records(school.a()).get(0);
    }

    private static Slot row(String subject) {
        return Slot.of(new Signature(Signature.Signer.SUBJECT_TEACHER, subject));
    }

    @Test
    void fromTheOpenedYearToTheLookUp() {
        assertThat(world.waiting(record)).containsExactly("COMMENTS/NHAC", "COMMENTS/SO", "COMMENTS/VAN");
        Batches.Progress both = world.signRows(school, school.bham(), "SO");
        assertThat(both.isComplete()).isTrue();
        assertThat(both.done()).as("two pupils of 7A and one of 7B").isEqualTo(3);
        world.signRows(school, school.hoa(), "VAN");
        assertThat(world.waiting(record)).containsExactly("COMMENTS/NHAC");
        world.signRows(school, school.hoa(), "NHAC");
        assertThat(world.waiting(record)).containsExactly("HOMEROOM/-");
        assertThat(inForce()).containsExactlyInAnyOrder(SO, VAN, NHAC);

        fromHomeroomToSubmission();

        assertThat(world.state(record)).isEqualTo("ACCEPTED");
        String form = PdfText.of(session.as(school.principal(), () -> documents.printedForm(record)));
        assertThat(form).contains("Giàng A Sử", "Ngữ văn", "Số học", "Âm nhạc", "81.5", "62.5", "Chăm ngoan.");
        assertThat(form).contains("Nguyễn Thị Hoa", "Y Bhăm Êban", "Lê Văn H'Lâm");
        FoundYear found =
                lookUp.find(lookupCode(), "05/09/2014", "198.51.100.7").get(0);
        assertThat(found.content()).isEqualTo(FoundYear.Content.SHOWN);
        assertThat(found.snapshot().contents().value("SO", "test2")).contains("66");
        assertThat(found.signatures()).hasSize(6).allMatch(signature -> signature.valid());
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void whereRowsAreSignedNobodyJustFinishesThem() {
        assertThatThrownBy(() -> session.as(school.bham(), () -> finishSubject.finish(school.a(), "SO")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ký từng dòng");
        assertThat(world.waiting(record)).contains("COMMENTS/SO");
    }

    @Test
    void nobodySignsTheRowsOfAnotherNorARowThatIsIncomplete() {
        assertThatThrownBy(() -> session.as(
                        school.hoa(), () -> signRows.start("SO", school.classes(), List.of(), ToySchool.pin())))
                .isInstanceOf(Refused.class);
        world.enter(school.bham(), "SO", record, Map.of("test2", ""));
        assertThat(session.as(school.bham(), () -> signRows.open("SO", school.classes())))
                .satisfies(open -> {
                    assertThat(open.complete()).hasSize(2).doesNotContain(record);
                    assertThat(open.incomplete())
                            .singleElement()
                            .extracting(FinishSubject.Incomplete::reason)
                            .asString()
                            .contains("Bài thi");
                });

        Batches.Progress signed = world.signRows(school, school.bham(), "SO");

        assertThat(signed.done()).isEqualTo(2);
        assertThat(signed.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("Bài thi"));
        assertThat(inForce()).isEmpty();
    }

    @Test
    void aMarkThatIsChangedAfterItsRowWasSignedIsSignedAgainAndTheOthersHold() {
        world.signRows(school, school.bham(), "SO");
        world.signRows(school, school.hoa(), "VAN");
        assertThat(world.enter(school.bham(), "SO", record, Map.of("test2", "67")))
                .noneMatch(Entry.Outcome::accepted);

        session.run(school.bham(), () -> finishSubject.reopen(record, "SO"));

        assertThat(inForce()).containsExactly(VAN);
        assertThat(world.enter(school.bham(), "SO", record, Map.of("test2", "67")))
                .allMatch(Entry.Outcome::accepted);
        world.signRows(school, school.bham(), "SO");
        world.signRows(school, school.hoa(), "NHAC");
        assertThat(signatures.history(record))
                .filteredOn(signature -> signature.voidedAt() != null)
                .extracting(Stored::slot)
                .containsExactly(SO);
        fromHomeroomToSubmission();
        assertThat(world.state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void aRowThatComesBackGoesToItsTeacherAloneAndTheWholeIsSignedAfterIt() {
        world.signAllRows(school);
        homeroomSigns();

        principalReturns(Step.COMMENTS, Set.of("SO"));

        assertThat(world.waiting(record)).containsExactly("COMMENTS/SO");
        assertThat(inForce()).containsExactlyInAnyOrder(VAN, NHAC);
        world.signRows(school, school.bham(), "SO");
        fromHomeroomToSubmission();
        assertThat(world.state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void whatTheHomeroomTeacherChangesLeavesTheRowsSigned() {
        world.signAllRows(school);
        homeroomSigns();
        principalReturns(Step.HOMEROOM, Set.of());
        assertThat(world.enter(school.hoa(), EnterMarks.HOMEROOM, record, Map.of("words", "Tiến bộ nhiều.")))
                .allMatch(Entry.Outcome::accepted);

        assertThat(inForce()).containsExactlyInAnyOrder(SO, VAN, NHAC);
        fromHomeroomToSubmission();
        assertThat(world.state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void theHomeroomTeacherSignsOnlyAfterAllRowsAndLearnsWhoIsMissing() {
        world.signRows(school, school.hoa(), "VAN");
        assertThatThrownBy(() -> session.as(
                        school.hoa(), () -> signHomeroom.start(school.a(), List.of(record), ToySchool.pin())))
                .isInstanceOf(Refused.class);
        world.signRows(school, school.hoa(), "NHAC");
        world.signRows(school, school.bham(), "SO");
        jdbc.sql("update staff set full_name = 'Y Bhăm Niê' where id = ?")
                .param(school.bham().staffId())
                .update();

        Batches.Progress refused = homeroomSigns();

        assertThat(refused.done()).isZero();
        assertThat(refused.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("Số học (Y Bhăm Niê)"));
        assertThat(world.waiting(record)).containsExactly("HOMEROOM/-");
    }

    @Test
    void aRowThatSomebodySignedWhoIsNotAssignedIsRefusedByTheProvince() {
        world.signAllRows(school);
        homeroomSigns();
        principalSigns();
        clerkSeals();
        jdbc.sql("update teaching_assignment set staff_id = ? where class_id = ? and subject_code = 'SO'")
                .params(school.hoa().staffId(), school.a())
                .update();

        submit();

        assertThat(world.state(record)).isEqualTo("HOMEROOM");
        assertThat(jdbc.sql("select reasons from submission_item where year_record_id = ?")
                        .param(record)
                        .query(String.class)
                        .single())
                .contains("Y Bhăm Êban");
        assertThat(inForce())
                .as("the rows wait for what the homeroom teacher decides")
                .hasSize(3);
    }

    @Test
    void anAcceptedRowIsCorrectedAndEveryTeacherSignsTheNewVersion() {
        world.signAllRows(school);
        fromHomeroomToSubmission();
        String request = take(school.hoa(), "correction.ask", record, Map.of("parts", Set.of("SO"), "reason", REASON));
        take(school.principal(), "correction.approve", request, Map.of());
        assertThat(world.waiting(record)).containsExactly("COMMENTS/NHAC", "COMMENTS/SO", "COMMENTS/VAN");

        world.enter(school.bham(), "SO", record, Map.of("test2", "71.5"));
        world.signAllRows(school);
        fromHomeroomToSubmission();

        assertThat(world.state(record)).isEqualTo("ACCEPTED");
        assertThat(PartCells.of(jdbc, record, "SO")).containsEntry("test2", "71.5");
        FoundYear found =
                lookUp.find(lookupCode(), "05/09/2014", "198.51.100.8").get(0);
        assertThat(found.snapshot().versionNo()).isEqualTo(2);
        assertThat(found.snapshot().contents().value("SO", "test2")).contains("71.5");
        assertThat(found.signatures()).hasSize(6).allMatch(signature -> signature.valid());
    }

    @Test
    void aPupilWhoChangesSchoolsIsSignedForByTheTeachersThere() {
        School to = world.open(province);
        world.signRows(school, school.bham(), "SO");
        String request = take(
                school.clerk(),
                "transfer.ask",
                record,
                Map.of("school", to.unit().id(), "reason", REASON));
        take(to.principal(), "transfer.accept", request, Map.of("class", to.a()));
        handOver(school.hoa(), "transfer.results", request, Map.of());
        handOver(school.principal(), "transfer.release", request, Map.of("day", LocalDate.now(clock)));
        handOver(school.clerk(), "transfer.seal", request, Map.of());
        jobs.fire(request, "timer_move");

        assertThat(world.waiting(record)).containsExactly("COMMENTS/NHAC", "COMMENTS/SO", "COMMENTS/VAN");
        assertThat(inForce()).isEmpty();
        world.signRows(to, to.bham(), "SO");
        assertThat(inForce()).containsExactly(SO);
    }

    @Test
    void whoSignsRowsIsAmongThoseWhoNeedACertificate() {
        CurrentUser other = world.teacher(school);
        assertThat(session.as(school.admin(), certificates::ofOwnSchool))
                .extracting(Holder::ownerId)
                .doesNotContain(other.staffId());

        jdbc.sql("update teaching_assignment set staff_id = ? where class_id = ? and subject_code = 'VAN'")
                .params(other.staffId(), school.b())
                .update();

        assertThat(session.as(school.admin(), certificates::ofOwnSchool))
                .filteredOn(holder -> holder.ownerId().equals(other.staffId()))
                .extracting(Holder::state)
                .containsExactly(State.MISSING);
    }

    /** The one record, as its homeroom teacher, principal and clerk sign it; and the province's answer. */
    private void fromHomeroomToSubmission() {
        homeroomSigns();
        principalSigns();
        clerkSeals();
        submit();
    }

    private String take(CurrentUser who, String offer, String target, Map<String, Object> values) {
        return session.as(who, () -> board.take(offer, target, Input.of(values)));
    }

    private void handOver(CurrentUser who, String offer, String request, Map<String, Object> values) {
        session.run(who, () -> board.take(offer, request, new Input(values, List.of(), ToySchool.pin())));
    }

    private Batches.Progress homeroomSigns() {
        return batch(school.hoa(), () -> signHomeroom.start(school.a(), List.of(record), ToySchool.pin()));
    }

    private void principalSigns() {
        batch(school.principal(), () -> signPrincipal.start(school.a(), List.of(record), ToySchool.pin()));
    }

    private void clerkSeals() {
        batch(school.clerk(), () -> sealClass.start(school.a(), List.of(record), ToySchool.pin()));
    }

    private void principalReturns(Step target, Set<String> subjects) {
        Instruction instruction = new Instruction(Step.PRINCIPAL, target, subjects, REASON);
        batch(school.principal(), () -> returnRecords.start(school.a(), List.of(record), instruction));
    }

    private void submit() {
        jobs.run(session.as(school.clerk(), () -> submitClass.submit(school.a(), ToySchool.pin())));
    }

    private Batches.Progress batch(CurrentUser who, Supplier<String> start) {
        return world.await(session.as(who, start), who);
    }

    private List<Slot> inForce() {
        int version = jdbc.sql("select version_no from year_record where id = ?")
                .param(record)
                .query(Integer.class)
                .single();
        return signatures.of(record, version).stream().map(Stored::slot).toList();
    }

    private String lookupCode() {
        return jdbc.sql("select s.lookup_code from school_record s join year_record r on r.school_record_id = s.id"
                        + " where r.id = ?")
                .param(record)
                .query(String.class)
                .single();
    }
}
