package vn.hocba.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.record.YearRecords;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Unreachable;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.Submissions.Sent;
import vn.hocba.submission.UnreliableProvince.Mood;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

@ReleasedRecordsTest
class SubmitClassTest {

    @Autowired
    SubmitClass submitClass;

    @Autowired
    SendPackageAgain sendAgain;

    @Autowired
    PackagePreview packagePreview;

    @Autowired
    SubmissionOutbox outbox;

    @Autowired
    Submissions submissions;

    @Autowired
    UnreliableProvince province;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Inbox inbox;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    ReleasedRecords world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    YearRecords yearRecords;

    @Autowired
    PlatformTransactionManager transactions;

    School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        province.mood = Mood.ANSWERS;
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void thePreviewShowsWhatWaitsInTheClass() {
        world.released(school, "Lò Thị Mai", "Giàng A Sử");

        PackagePreview.Preview preview = session.as(school.clerk(), () -> packagePreview.of(school.classId()));

        assertThat(preview.waiting())
                .extracting(PackagePreview.Waiting::pupilName)
                .containsExactly("Lò Thị Mai", "Giàng A Sử");
        assertThat(preview.total()).isEqualTo(2);
    }

    @Test
    void submittedRecordsAreAcceptedByTheProvince() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");

        String packageId = submit();
        assertThat(records).allMatch(record -> state(record).equals("SUBMITTED"));
        jobs.run(packageId);

        assertThat(records).allMatch(record -> state(record).equals("ACCEPTED"));
        assertThat(sent()).satisfies(pack -> {
            assertThat(pack.state()).isEqualTo(PackageState.DELIVERED);
            assertThat(pack.accepted()).isEqualTo(2);
            assertThat(pack.attempts()).isEqualTo(1);
        });
    }

    @Test
    void aPackageWithAVersionThatTheSchoolHasGivenUpIsNotSentAndTheOthersReturnToTheClerk() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        String packageId = submit();
        setVersion(records.get(1), 2);

        jobs.run(packageId);

        assertThat(jdbc.sql("select count(*) from registered_record where year_record_id in (:ids)")
                        .param("ids", records)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(state(records.get(0))).isEqualTo("RELEASED");
        assertThat(state(records.get(1))).isEqualTo("SUBMITTED");
        assertThat(count("select count(*) from year_record where rejected = true and id = ?", records.get(0)))
                .as("the province has not seen it")
                .isZero();
        assertThat(sent().rejected()).isZero();
        assertThat(sent().state()).isEqualTo(PackageState.NOT_SENT);
        assertThat(session.as(school.clerk(), inbox::returned))
                .extracting(Inbox.Returned::by)
                .containsExactly("Hệ thống");
    }

    @Test
    void anAcceptanceOfAVersionThatTheSchoolDoesNotHoldIsAnIncidentAndNotPassedOver() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        String packageId = submit();
        jobs.step(packageId);
        setVersion(records.get(1), 2);

        assertThatThrownBy(() -> jobs.run(packageId)).isInstanceOf(RuntimeException.class);

        assertThat(state(records.get(0))).as("the others get theirs").isEqualTo("ACCEPTED");
        assertThat(sent().state()).isEqualTo(PackageState.ANSWERED);
        assertThat(sent().lastError()).contains("Sở đã nhận bản 1 của một học bạ mà trường đang giữ bản 2", "Hãy báo");
    }

    @Test
    void recordsAreLockedByIdSoThatNobodyWhoLocksManyWaitsForUsInARing() throws Exception {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        List<String> byId = records.stream().sorted().toList();
        jdbc.sql("update year_record set ordinal = 90 where id = ?")
                .param(byId.get(0))
                .update();
        String thread = "submit-" + school.classId();

        CompletableFuture<String> submitted = new TransactionTemplate(transactions).execute(status -> {
            yearRecords.lock(byId.get(0));
            CompletableFuture<String> started = CompletableFuture.supplyAsync(() -> {
                Thread.currentThread().setName(thread);
                return submit();
            });
            Awaitility.await().until(() -> isWaiting(thread));
            yearRecords.lock(byId.get(1));
            return started;
        });

        jobs.run(submitted.get());
        assertThat(records).allMatch(record -> state(record).equals("ACCEPTED"));
    }

    private static boolean isWaiting(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(
                        running -> running.getName().equals(name) && running.getState() == Thread.State.TIMED_WAITING);
    }

    private void setVersion(String record, int number) {
        jdbc.sql("update year_record set version_no = ? where id = ?")
                .params(number, record)
                .update();
    }

    @Test
    void everyStepOfASubmissionIsInTheAuditLog() {
        String record = world.released(school, "Lò Thị Mai").get(0);

        jobs.run(submit());

        assertThat(audit.of(record))
                .extracting(AuditLog.Entry::action)
                .containsSubsequence("submission.submitted", "registry.accepted", "submission.accepted");
    }

    @Test
    void aRejectedRecordComesBackAsWorkWithTheReasonsWhileTheOthersAreAccepted() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        world.tamper(records.get(1));

        jobs.run(submit());

        assertThat(state(records.get(0))).isEqualTo("ACCEPTED");
        assertThat(state(records.get(1))).isEqualTo("HOMEROOM");
        List<Inbox.Returned> returned = session.as(school.homeroom(), inbox::returned);
        assertThat(returned).singleElement().satisfies(work -> {
            assertThat(work.step()).isEqualTo(Step.HOMEROOM);
            assertThat(work.pupilName()).isEqualTo("Giàng A Sử");
            assertThat(work.reason()).isNotBlank();
            assertThat(work.by()).contains("BN-");
        });
    }

    @Test
    void whatWasSignedOfARejectedRecordIsVoid() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        world.tamper(record);

        jobs.run(submit());

        assertThat(count(
                        "select count(*) from record_signature where year_record_id = ? and voided_at is null", record))
                .isZero();
        assertThat(count("select count(*) from record_version where year_record_id = ? and state = 'CURRENT'", record))
                .isZero();
    }

    @Test
    void aRejectedRecordThatWasRepairedIsAcceptedTheSecondTime() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        world.tamper(record);
        jobs.run(submit());

        world.resign(school, record);
        jobs.run(submit());

        assertThat(state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void anOutageLeavesThePackageReadyAndTheEngineTriesAgain() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.CANNOT_BE_REACHED;

        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(Unreachable.class);

        assertThat(state(record)).isEqualTo("SUBMITTED");
        assertThat(jobs.triesLeft(packageId)).isEqualTo(9);
        assertThat(sent()).satisfies(pack -> {
            assertThat(pack.state()).isEqualTo(PackageState.READY);
            assertThat(pack.attempts()).isEqualTo(1);
            assertThat(pack.lastError()).startsWith("Chưa kết nối được");
        });

        province.mood = Mood.ANSWERS;
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(sent().lastError()).isNull();
    }

    static List<RuntimeException> failures() {
        return List.of(
                new Unreachable("submission.database-silent"),
                Refused.notNow("registry.twice-in-package"),
                new DataIntegrityViolationException("a column is too short"),
                new QueryTimeoutException("the database is slow"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverGoesWrongAtTheProvinceGivesNoRecordBackToTheClerk(RuntimeException failure) {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.BREAKS;
        province.failure = failure;

        assertThatThrownBy(() -> jobs.run(packageId)).isInstanceOf(RuntimeException.class);

        assertThat(state(record)).isEqualTo("SUBMITTED");
        assertThat(session.as(school.clerk(), inbox::returned)).isEmpty();
        assertThat(sent().state()).isEqualTo(PackageState.READY);
        assertThat(sent().lastError())
                .startsWith(failure instanceof Unreachable ? "Chưa kết nối được" : "Gói tin chưa xử lý được vì có lỗi");
    }

    @Test
    void anAnswerWithoutReceiptsIsNoneAndGivesNoRecordBack() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.ANSWERS_WITHOUT_RECEIPTS;

        assertThatThrownBy(() -> jobs.run(packageId)).hasStackTraceContaining("has not answered every record");

        assertThat(state(record)).isEqualTo("SUBMITTED");
    }

    @Test
    void whatIsSentAgainAfterALostAnswerIsTakenInOnce() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.ANSWERS_BUT_THE_ANSWER_IS_LOST;
        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(Unreachable.class);

        province.mood = Mood.ANSWERS;
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(count("select count(*) from receipt where year_record_id = ?", record))
                .isEqualTo(1);
        assertThat(count("select count(*) from registered_record where year_record_id = ?", record))
                .isEqualTo(1);
    }

    @Test
    void theClerkMaySendAtOnceWhatCouldNotBeSent() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.CANNOT_BE_REACHED;
        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(Unreachable.class);
        province.mood = Mood.ANSWERS;

        session.run(school.clerk(), () -> sendAgain.send(packageId));
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThatThrownBy(() -> session.run(school.clerk(), () -> sendAgain.send(packageId)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPackageThatTheProvinceRefusesAsAWholeComesBackToTheClerkAndTheSignaturesStay() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        province.mood = Mood.TURNS_DOWN_THE_PACKAGE;

        jobs.run(submit());

        assertThat(state(record)).isEqualTo("RELEASED");
        List<Inbox.Returned> returned = session.as(school.clerk(), inbox::returned);
        assertThat(returned).singleElement().satisfies(work -> {
            assertThat(work.step()).isEqualTo(Step.SUBMIT);
            assertThat(work.reason()).contains("hai bản của cùng một học bạ");
        });
        province.mood = Mood.ANSWERS;
        jobs.run(submit());
        assertThat(state(record)).isEqualTo("ACCEPTED");
    }

    @Test
    void receiptsThatArriveTwiceHaveNoEffectTheSecondTime() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        jobs.run(packageId);
        jdbc.sql("update submission_item set state = 'WAITING' where package_id = ?")
                .param(packageId)
                .update();
        int lines = audit.of(record).size();

        outbox.deliverReceipts(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(audit.of(record)).hasSize(lines);
    }

    @Test
    void aRecordThatCannotBeToldDoesNotKeepTheOthersFromTheirReceipts() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        String packageId = submit();
        jobs.step(packageId);
        moveItem(packageId, records.get(0), "nowhere");

        assertThatThrownBy(() -> jobs.run(packageId)).isInstanceOf(RuntimeException.class);

        assertThat(state(records.get(0))).isEqualTo("SUBMITTED");
        assertThat(state(records.get(1))).isEqualTo("ACCEPTED");

        moveItem(packageId, "nowhere", records.get(0));
        jobs.run(packageId);

        assertThat(state(records.get(0))).isEqualTo("ACCEPTED");
    }

    @Test
    void aWrongPinSubmitsNothing() {
        String record = world.released(school, "Lò Thị Mai").get(0);

        assertThatThrownBy(() -> session.as(
                        school.clerk(),
                        () -> submitClass.submit(school.classId(), Entered.pin("000000".toCharArray()))))
                .isInstanceOf(Refused.class);

        assertThat(state(record)).isEqualTo("RELEASED");
        assertThat(count("select count(*) from submission_package where class_id = ?", school.classId()))
                .isZero();
    }

    @Test
    void nothingIsSubmittedWhereNothingWaits() {
        assertThatThrownBy(this::submit).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo("submission.nothing-waits"));
    }

    @Test
    void onlyAClerkOfTheSchoolSubmits() {
        world.released(school, "Lò Thị Mai");
        CurrentUser stranger = world.school().clerk();

        for (CurrentUser user : List.of(school.homeroom(), school.principal(), stranger)) {
            assertThatThrownBy(() -> session.as(
                            user,
                            () -> submitClass.submit(school.classId(), Entered.pin(ReleasedRecords.PIN.toCharArray()))))
                    .isInstanceOf(Refused.class);
        }
    }

    private String submit() {
        return session.as(
                school.clerk(),
                () -> submitClass.submit(school.classId(), Entered.pin(ReleasedRecords.PIN.toCharArray())));
    }

    private Sent sent() {
        return session.as(school.clerk(), () -> submissions.ofYear(ReleasedRecords.YEAR))
                .get(0);
    }

    private void moveItem(String packageId, String from, String to) {
        jdbc.sql("update submission_item set year_record_id = ? where package_id = ? and year_record_id = ?")
                .params(to, packageId, from)
                .update();
    }

    private String state(String record) {
        return jdbc.sql("select state from year_record where id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
