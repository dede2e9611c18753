package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.record.RecordPart;
import vn.hocba.record.RecordState;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.school.ImportedMarks;
import vn.hocba.school.NamedFile;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.school.SchoolImport;
import vn.hocba.school.UnitKind;
import vn.hocba.school.Units;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;

/** Moves one record of class 1A through its process; everything is rolled back after each test. */
@SpringBootTest
@ActiveProfiles("test")
@Transactional
class YearRecordProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RecordProcesses processes;

    @Autowired
    YearRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportedMarks imported;

    @Autowired
    SchoolImport schoolImport;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    Session session;

    CurrentUser user;
    YearRecord record;

    @BeforeEach
    void openOneRecord() {
        AbstractAssertions.init(engine);
        units.putAsSystem(new Units.NewUnit("SO-T", UnitKind.PROVINCE, "Sở thử", null, null, null, "Hà Nội"));
        Unit school = units.putAsSystem(new Units.NewUnit(
                "79774401",
                UnitKind.SCHOOL,
                "Trường Tiểu học Hòa Bình",
                "SO-T",
                SchoolLevel.PRIMARY,
                "0379774401",
                "Hà Nội"));
        user = accounts.put(new Accounts.NewAccount(
                "process-test",
                null,
                "Trần Văn Thử",
                "Hiệu trưởng",
                List.of(Role.SCHOOL_ADMIN),
                null,
                school.id(),
                school.path()));
        session.run(user, () -> {
            schoolImport.apply(school.id(), workbooks());
            ClassInfo info = directory.classes(school.id(), 2026).get(0);
            record = records.open(
                            records.prepare(info.id(), imported),
                            directory.studying(info.id()).get(0))
                    .orElseThrow();
            processes.start(record);
        });
    }

    @Test
    void aRecordGoesFromItsOpeningToTheFreeze() {
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_comments");
        finishAllSubjects();
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_homeroom");
        assertThat(record.state()).isEqualTo(RecordState.HOMEROOM);
        complete(Step.HOMEROOM);
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_principal");
        complete(Step.PRINCIPAL);
        complete(Step.SEAL);
        complete(Step.SUBMIT);
        BpmnAwareTests.assertThat(instance()).isWaitingAt("catchEvent_receipt");
        assertThat(record.state()).isEqualTo(RecordState.SUBMITTED);
        assertThat(receipt(true, null)).isTrue();
        BpmnAwareTests.assertThat(instance())
                .isWaitingAt("gateway_accepted")
                .hasPassed(
                        "userTask_comments",
                        "userTask_homeroom",
                        "userTask_principal",
                        "userTask_seal",
                        "userTask_submit");
        assertThat(record.state()).isEqualTo(RecordState.ACCEPTED);
    }

    @Test
    void theStepIsCompleteOnlyWithItsLastPart() {
        List<RecordPart> subjects = record.subjects();
        for (RecordPart subject : subjects.subList(1, subjects.size())) {
            finish(subject.code());
        }
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_comments");
        finish(subjects.get(0).code());
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_homeroom");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PRINCIPAL", "SEAL", "SUBMIT"})
    void everyLaterStepMaySendBackToTheHomeroomTeacherWithAReason(Step from) {
        bringTo(from);
        inSession(s -> processes.sendBack(record, from, Step.HOMEROOM, "Nhận xét chưa khớp kết quả"));
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_homeroom");
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.returnReason()).isEqualTo("Nhận xét chưa khớp kết quả");
            assertThat(item.returnedBy()).contains("Trần Văn Thử");
            assertThat(item.assigneeId())
                    .isEqualTo(directory.classById(record.classId()).homeroomStaffId());
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"HOMEROOM", "PRINCIPAL", "SEAL", "SUBMIT"})
    void everyLaterStepMaySendBackSubjectsAndOnlyTheseAreDoneAgain(Step from) {
        bringTo(from);
        inSession(s -> {
            records.setFinished(record, "TOAN", false);
            processes.sendBack(record, from, Step.COMMENTS, "Điểm Toán nhập nhầm cột");
        });
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_comments");
        assertThat(open()).extracting(item -> item.part()).containsExactly("TOAN");
        finish("TOAN");
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_homeroom");
        assertThat(open()).singleElement().satisfies(item -> assertThat(item.returnReason())
                .isNull());
    }

    @Test
    void aRejectionComesBackAsWorkWithItsReasons() {
        bringTo(Step.SUBMIT);
        complete(Step.SUBMIT);
        assertThat(receipt(false, "Chữ ký của hiệu trưởng không đúng người")).isTrue();
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_homeroom");
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.returnReason()).isEqualTo("Chữ ký của hiệu trưởng không đúng người");
            assertThat(item.returnedBy()).isEqualTo("Sở (BN-1)");
        });
    }

    @Test
    void aSecondReceiptHasNoEffect() {
        bringTo(Step.SUBMIT);
        complete(Step.SUBMIT);
        receipt(true, null);
        assertThat(receipt(true, null)).isFalse();
        assertThat(receipt(false, "muộn")).isFalse();
        assertThat(record.state()).isEqualTo(RecordState.ACCEPTED);
    }

    @Test
    void nobodyCompletesAStepWhereTheRecordIsNot() {
        assertThatThrownBy(() -> complete(Step.SEAL))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Chờ văn thư đóng dấu");
        assertThatThrownBy(() -> inSession(s -> processes.sendBack(record, Step.PRINCIPAL, Step.HOMEROOM, "x")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aFinishedPartMayBeOpenedAgainWhileOthersAreMissing() {
        finish("TOAN");
        inSession(s -> processes.reopenPart(record, Step.COMMENTS, "TOAN"));
        assertThat(open()).extracting(item -> item.part()).contains("TOAN");
    }

    @Test
    void anAcceptedRecordIsMadeAnewFromTheSubjectThatHasToChange() {
        accept();
        inSession(s -> {
            records.beginVersion(record, 2);
            records.setFinished(record, "TOAN", false);
            processes.reopen(record, Step.COMMENTS, "Nhập nhầm cột điểm", "Trần Văn Thử");
        });
        BpmnAwareTests.assertThat(instance()).isWaitingAt("userTask_comments");
        assertThat(open()).singleElement().satisfies(item -> {
            assertThat(item.part()).isEqualTo("TOAN");
            assertThat(item.returnReason()).isEqualTo("Nhập nhầm cột điểm");
        });
        finish("TOAN");
        bring(Step.HOMEROOM, Step.PRINCIPAL, Step.SEAL, Step.SUBMIT);
        receipt(true, null);
        BpmnAwareTests.assertThat(instance()).isWaitingAt("gateway_accepted");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"HOMEROOM", "PRINCIPAL", "SEAL", "SUBMIT"})
    void aVersionThatIsGivenUpLeavesNoWorkAndTheRecordWaitsForTheFreezeAgain(Step where) {
        accept();
        inSession(s -> {
            records.beginVersion(record, 2);
            processes.reopen(record, Step.HOMEROOM, "Nhận xét sai tên", "Trần Văn Thử");
        });
        Stream.of(Step.HOMEROOM, Step.PRINCIPAL, Step.SEAL)
                .filter(step -> step.compareTo(where) < 0)
                .forEach(this::complete);
        inSession(s -> processes.abandon(record));
        BpmnAwareTests.assertThat(instance()).isWaitingAt("gateway_accepted");
        assertThat(record.state()).isEqualTo(RecordState.ACCEPTED);
        assertThat(open()).isEmpty();
        ProcessInstance waiting = instance();
        inSession(s -> processes.freeze(List.of(record)));
        BpmnAwareTests.assertThat(waiting).isEnded().hasPassed("endEvent_frozen");
    }

    @Test
    void aRecordThatIsTakenBackEndsItsProcess() {
        accept();
        ProcessInstance accepted = instance();
        inSession(s -> processes.withdraw(record));
        BpmnAwareTests.assertThat(accepted).isEnded().hasPassed("endEvent_retracted");
        assertThat(record.state()).isEqualTo(RecordState.RETRACTED);
    }

    @Test
    void whoLeavesTheSchoolLeavesNoWorkBehind() {
        ProcessInstance unfinished = instance();
        inSession(s -> processes.leave(record));
        BpmnAwareTests.assertThat(unfinished).isEnded().hasPassed("endEvent_left");
        assertThat(record.state()).isEqualTo(RecordState.LEFT);
        assertThat(open()).isEmpty();
    }

    private void accept() {
        bringTo(Step.SUBMIT);
        complete(Step.SUBMIT);
        receipt(true, null);
    }

    private void bring(Step... through) {
        Stream.of(through).forEach(this::complete);
    }

    private void bringTo(Step step) {
        finishAllSubjects();
        for (Step passed : Step.values()) {
            if (passed != Step.COMMENTS && passed.compareTo(step) < 0) {
                complete(passed);
            }
        }
    }

    private void finishAllSubjects() {
        record.subjects().forEach(subject -> finish(subject.code()));
    }

    private void finish(String subject) {
        inSession(s -> {
            records.setFinished(record, subject, true);
            processes.finishPart(record, Step.COMMENTS, subject);
        });
    }

    private void complete(Step step) {
        inSession(s -> processes.complete(record, step));
    }

    private boolean receipt(boolean accepted, String reasons) {
        return session.as(user, () -> processes.receiptArrived(record, accepted, reasons, "Sở (BN-1)"));
    }

    private void inSession(Consumer<CurrentUser> action) {
        session.run(user, () -> action.accept(user));
    }

    private record Item(String part, String assigneeId, String returnedBy, String returnReason) {}

    private List<Item> open() {
        return jdbc.sql(
                        "select part, assignee_id as assigneeId, returned_by as returnedBy, return_reason as returnReason"
                                + " from work_item where year_record_id = ? and state = 'OPEN'")
                .param(record.id())
                .query(Item.class)
                .list();
    }

    private ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(record.id())
                .singleResult();
    }

    private static List<NamedFile> workbooks() {
        Set<String> wanted = Set.of("danh-sach-can-bo.xlsx", "danh-sach-hoc-sinh.xlsx", "phan-cong.xlsx");
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:demo/tieu-hoc-hoa-binh/*.xlsx"))
                    .filter(file -> wanted.contains(file.getFilename()))
                    .map(YearRecordProcessTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NamedFile read(Resource file) {
        try {
            return new NamedFile(file.getFilename(), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
