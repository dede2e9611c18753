package vn.hocba.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.Refused;
import vn.hocba.submission.Submissions.Sent;
import vn.hocba.submission.UnreliableProvince.Mood;
import vn.hocba.workflow.CountsCheck;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

@ReleasedRecordsTest
@Import(UnreliableGateway.class)
class SubmitClassTest {

    @Autowired
    SubmitClass submitClass;

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

    School school;

    @BeforeEach
    void aSchool() {
        province.mood = Mood.ANSWERS;
        school = world.school();
    }

    @AfterEach
    void theBoardsCountWhatThereIs() {
        CountsCheck.ofSchool(jdbc, school.unit().id());
    }

    @Test
    void thePreviewShowsWhatWaitsInTheClass() {
        world.released(school, "Lò Thị Mai", "Giàng A Sử");

        SubmitClass.Preview preview = session.as(school.clerk(), () -> submitClass.preview(school.classId()));

        assertThat(preview.waiting())
                .extracting(SubmitClass.Waiting::pupilName)
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

        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(IllegalStateException.class);

        assertThat(state(record)).isEqualTo("SUBMITTED");
        assertThat(jobs.triesLeft(packageId)).isEqualTo(9);
        assertThat(sent()).satisfies(pack -> {
            assertThat(pack.state()).isEqualTo(PackageState.READY);
            assertThat(pack.attempts()).isEqualTo(1);
            assertThat(pack.lastError()).isNotBlank();
        });

        province.mood = Mood.ANSWERS;
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThat(sent().lastError()).isNull();
    }

    @Test
    void whatIsSentAgainAfterALostAnswerIsTakenInOnce() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        String packageId = submit();
        province.mood = Mood.ANSWERS_BUT_THE_ANSWER_IS_LOST;
        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(IllegalStateException.class);

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
        assertThatThrownBy(() -> jobs.run(packageId)).hasRootCauseInstanceOf(IllegalStateException.class);
        province.mood = Mood.ANSWERS;

        session.run(school.clerk(), () -> submitClass.sendAgain(packageId));
        jobs.run(packageId);

        assertThat(state(record)).isEqualTo("ACCEPTED");
        assertThatThrownBy(() -> session.run(school.clerk(), () -> submitClass.sendAgain(packageId)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPackageThatTheProvinceRefusesAsAWholeComesBackToTheClerkAndTheSignaturesStay() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        province.mood = Mood.REFUSES_THE_PACKAGE;

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

        assertThatThrownBy(() ->
                        session.as(school.clerk(), () -> submitClass.submit(school.classId(), "000000".toCharArray())))
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
                            user, () -> submitClass.submit(school.classId(), ReleasedRecords.PIN.toCharArray())))
                    .isInstanceOf(Refused.class);
        }
    }

    private String submit() {
        return session.as(
                school.clerk(), () -> submitClass.submit(school.classId(), ReleasedRecords.PIN.toCharArray()));
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
