package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.hocba.fixture.RecordLife.REASON;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.calendar.Wave;
import vn.hocba.desk.ReturnRecords;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.request.Evidence;
import vn.hocba.request.Input;
import vn.hocba.request.Offer;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.submission.SubmitClass;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Batches.Progress;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.Step;

/** The package of a class, the hand-over of a transfer and a supplement, signed by a consent on the phone. */
@ReleasedRecordsTest
class SingleConsentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    Phone phone;

    @Autowired
    PhoneOwners owners;

    @Autowired
    SubmitClass submitClass;

    @Autowired
    ReturnRecords returnRecords;

    @Autowired
    RequestBoard board;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    Batches batches;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Session session;

    @Autowired
    DssJudge judge;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    School school;
    String seal;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @AfterEach
    void asBefore() {
        clock.reset();
    }

    @Test
    void aPackageWaitsForItsConsentAndGoesToTheProvinceOnceItIsThere() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        sealOnThePhone();

        String packageId = submit();
        String batch = awaitAsked(school.clerk());

        assertThat(phone.asked(batch)).isEqualTo(1);
        assertThat(records).allMatch(record -> life.state(record).equals("RELEASED"));
        assertThat(rows("submission_package", packageId)).isZero();
        assertThatThrownBy(this::submit).isInstanceOf(Refused.class).hasMessageContaining("đang chờ");
        phone.confirm(batch, 0);
        assertThat(awaitEnd(school.clerk(), batch).isComplete()).isTrue();
        assertThat(records).allMatch(record -> life.state(record).equals("SUBMITTED"));
        assertThat(judge.judge(content(packageId))).isNotEmpty().allMatch(DssJudge.Verdict::passed);
        nothingIsLeftOf(batch);
        jobs.run(packageId);
        assertThat(records).allMatch(record -> life.state(record).equals("ACCEPTED"));
    }

    @Test
    void aPackageThatTheProviderDidNotSignStaysWithTheClerkWhoAsksAgain() {
        String record = world.released(school, "Lò Thị Mai").get(0);
        sealOnThePhone();
        submit();
        String batch = awaitAsked(school.clerk());

        phone.confirm(batch, 1);

        Progress ended = awaitEnd(school.clerk(), batch);
        assertThat(ended.failed()).isEqualTo(1);
        assertThat(ended.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .contains("hết lượt ký trong ngày"));
        assertThat(life.state(record)).isEqualTo("RELEASED");
        nothingIsLeftOf(batch);
        submit();
        String declined = awaitAsked(school.clerk());
        phone.turnDown(declined);
        assertThat(awaitEnd(school.clerk(), declined).message()).contains("người ký bấm Từ chối");
        submit();
        String again = awaitAsked(school.clerk());
        phone.confirm(again, 0);
        assertThat(awaitEnd(school.clerk(), again).isComplete()).isTrue();
        assertThat(life.state(record)).isEqualTo("SUBMITTED");
    }

    @Test
    void aPackageFromWhichARecordWasReturnedMeanwhileIsPassedOver() {
        List<String> records = world.released(school, "Lò Thị Mai", "Giàng A Sử");
        sealOnThePhone();
        String packageId = submit();
        String batch = awaitAsked(school.clerk());
        session.run(
                school.clerk(),
                () -> returnRecords.start(
                        school.classId(),
                        List.of(records.get(1)),
                        new ReturnRecords.Instruction(
                                Step.SUBMIT, Step.HOMEROOM, Set.of(), "Nhận xét của em chưa đủ ý")));
        await().atMost(PATIENCE).until(() -> life.state(records.get(1)).equals("HOMEROOM"));

        phone.confirm(batch, 0);

        Progress ended = awaitEnd(school.clerk(), batch);
        assertThat(ended.stale()).isEqualTo(1);
        assertThat(ended.remarks()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .startsWith("Bỏ qua, chưa ký")
                .contains(Texts.vi("signing.content-changed")));
        assertThat(life.state(records.get(0))).isEqualTo("RELEASED");
        assertThat(rows("submission_package", packageId)).isZero();
        nothingIsLeftOf(batch);
    }

    @Test
    void aHandOverWaitsForTheConsentOfThePrincipalAndTheRequestGoesOnOnceItIsThere() {
        String request = acceptedTransfer();
        assertThat(session.as(school.principal(), () -> board.asks("transfer.release", request)))
                .contains(new Confirmation.Later("Điện thoại SmartSign"));
        assertThatThrownBy(() -> release(request, today().minusDays(1))).isInstanceOf(Refused.class);
        assertThat(page(school.principal(), request).signature()).isNull();

        release(request, today());

        String batch = awaitAsked(school.principal());
        RequestBoard.Page waiting = page(school.principal(), request);
        assertThat(waiting.request().step()).isEqualTo("RELEASE");
        assertThat(waiting.signature().batchId()).isEqualTo(batch);
        assertThat(waiting.files()).isEmpty();
        assertThatThrownBy(() -> release(request, today()))
                .isInstanceOf(Refused.class)
                .hasMessage(Texts.vi("request.signature-waits"));
        phone.confirm(batch, 0);
        assertThat(awaitEnd(school.principal(), batch).isComplete()).isTrue();
        assertThat(page(school.principal(), request).request().step()).isEqualTo("SEAL");
        life.seal(school, request);
        RequestBoard.Page moved = page(school.principal(), request);
        assertThat(moved.request().step()).isEqualTo("MOVE");
        assertThat(moved.files()).hasSize(2);
        assertThat(moved.decisions()).extracting(RequestBoard.Decided::reason).contains("Hồ sơ giấy gửi sau.");
        String document = moved.files().stream()
                .filter(file -> file.name().endsWith(".xml"))
                .findFirst()
                .orElseThrow()
                .id();
        byte[] handOver =
                session.as(school.principal(), () -> board.file(document).content());
        assertThat(judge.judge(handOver)).hasSize(3).allMatch(DssJudge.Verdict::passed);
        nothingIsLeftOf(batch);
    }

    @Test
    void aHandOverThatTheHomeroomTeacherHasSignedAnewMeanwhileIsPassedOverAndAskedForAgain() {
        String request = acceptedTransfer();
        release(request, today());
        String batch = awaitAsked(school.principal());
        life.reassess(school, page(school.principal(), request).request().yearRecordId(), "TOAN", "H", 7);
        life.sign(school.homeroom(), "transfer.results", request, ReleasedRecords.PIN);

        phone.confirm(batch, 0);

        assertThat(awaitEnd(school.principal(), batch).stale()).isEqualTo(1);
        assertThat(page(school.principal(), request).request().step()).isEqualTo("RELEASE");
        release(request, today());
        String refused = awaitAsked(school.principal());
        phone.confirm(refused, 1);
        assertThat(awaitEnd(school.principal(), refused).failed()).isEqualTo(1);
        assertThat(page(school.principal(), request).signature().isComplete()).isFalse();
        release(request, today());
        String again = awaitAsked(school.principal());
        phone.confirm(again, 0);
        assertThat(awaitEnd(school.principal(), again).isComplete()).isTrue();
        assertThat(page(school.principal(), request).request().step()).isEqualTo("SEAL");
    }

    @Test
    void aSupplementIsSealedByTwoConsentsAndStandsBesideTheRecordThen() {
        String request = approvedSupplement();

        String sealing = asked(school.clerk(), "supplement.seal", request);
        assertThat(page(school.clerk(), request).request().step()).isEqualTo("SEAL_SCHOOL");
        phone.confirm(sealing, 1);
        assertThat(awaitEnd(school.clerk(), sealing).failed()).isEqualTo(1);
        String again = asked(school.clerk(), "supplement.seal", request);
        phone.confirm(again, 0);
        assertThat(awaitEnd(school.clerk(), again).isComplete()).isTrue();
        life.sign(school.official(), "supplement.sign-province", request, ReleasedRecords.PIN);
        CurrentUser provinceClerk = world.ofProvince(school.province(), Role.PROVINCE_CLERK);
        String signing = asked(provinceClerk, "supplement.sign", request);
        assertThat(page(provinceClerk, request).request().step()).isEqualTo("SEAL_PROVINCE");
        phone.confirm(signing, 0);

        assertThat(awaitEnd(provinceClerk, signing).isComplete()).isTrue();
        assertThat(life.request(request)).isEqualTo("DONE");
        byte[] document = jdbc.sql("select document from record_supplement where year_record_id = ?")
                .param(page(school.official(), request).request().yearRecordId())
                .query((row, n) -> row.getBytes("document"))
                .single();
        assertThat(judge.judge(document)).hasSize(4).allMatch(DssJudge.Verdict::passed);
        nothingIsLeftOf(again);
        nothingIsLeftOf(signing);
    }

    @Test
    void aSupplementIsNotSealedWithACertificateThatWasRevokedWhileItsConsentWasWaitedFor() {
        String request = approvedSupplement();
        String batch = asked(school.clerk(), "supplement.seal", request);
        session.run(school.admin(), () -> authority.revoke(seal, "mất điện thoại"));

        phone.confirm(batch, 0);

        Progress ended = awaitEnd(school.clerk(), batch);
        assertThat(ended.stale()).isEqualTo(1);
        assertThat(ended.remarks().get(0).reason()).contains("đã bị thu hồi");
        assertThat(page(school.clerk(), request).request().step()).isEqualTo("SEAL_SCHOOL");
        nothingIsLeftOf(batch);
    }

    private void sealOnThePhone() {
        seal = owners.giveUnit(school.admin(), school.unit().id());
    }

    private String submit() {
        return session.as(school.clerk(), () -> {
            assertThat(submitClass.asks(school.classId())).isInstanceOf(Confirmation.Later.class);
            return submitClass.submit(school.classId(), Entered.nothing());
        });
    }

    private String acceptedTransfer() {
        School to = world.schoolBelow(school.province());
        owners.give(school.admin(), school.principal().staffId());
        String record = world.commenting(school, "Giàng Thị Mỷ");
        life.enrol(record);
        String request = life.take(
                school.clerk(),
                "transfer.ask",
                record,
                Map.of("school", to.unit().id(), "reason", REASON));
        life.take(to.principal(), "transfer.accept", request, Map.of("class", to.classId()));
        life.signResults(school, request);
        return request;
    }

    private void release(String request, LocalDate day) {
        life.take(school.principal(), "transfer.release", request, Map.of("day", day, "note", "Hồ sơ giấy gửi sau."));
    }

    private String approvedSupplement() {
        String record = life.accepted(school);
        sealOnThePhone();
        owners.giveUnit(school.official(), school.province().id());
        life.cutOff(school, Wave.FIRST);
        String request = life.take(
                school.principal(),
                "supplement.ask",
                record,
                Map.of("ground", "CIVIL_STATUS", "field", "HO_VA_TEN", "right", "Lò Thị Mài", "reason", REASON),
                new Evidence("trich-luc.pdf", new byte[] {1}));
        life.examine(school, request);
        life.take(
                school.official(),
                "supplement.approve",
                request,
                Map.of("number", "15/QĐ-SGDĐT", "day", today(), "reason", "Theo trích lục cải chính hộ tịch"));
        life.sign(school.principal(), "supplement.sign-school", request, ReleasedRecords.PIN);
        return request;
    }

    private String asked(CurrentUser who, String offer, String request) {
        assertThat(page(who, request).offers())
                .filteredOn(candidate -> candidate.name().equals(offer))
                .extracting(Offer::kind)
                .containsExactly(Offer.Kind.SIGNING);
        session.run(who, () -> board.take(offer, request, Input.of(Map.of())));
        return awaitAsked(who);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private RequestBoard.Page page(CurrentUser who, String request) {
        return session.as(who, () -> board.page(request));
    }

    private Progress latest(CurrentUser who) {
        return session.as(who, () -> batches.latest().get(0));
    }

    /** The batch that this person started last, once it waits for the consent. */
    private String awaitAsked(CurrentUser who) {
        return await().atMost(PATIENCE)
                .until(() -> latest(who), progress -> progress.missing() instanceof Confirmation.Consent)
                .batchId();
    }

    private Progress awaitEnd(CurrentUser who, String batch) {
        return await().atMost(PATIENCE)
                .until(
                        () -> session.as(who, () -> batches.progress(batch)),
                        progress -> progress.state() == BatchState.FINISHED || progress.state() == BatchState.STOPPED);
    }

    private byte[] content(String packageId) {
        return jdbc.sql("select content from submission_package where id = ?")
                .param(packageId)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    private int rows(String table, String id) {
        return jdbc.sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void nothingIsLeftOf(String batch) {
        await().until(() -> rows("signing_session", batch) == 0
                && jdbc.sql("select count(*) from signing_draft where session_id = ?")
                                .param(batch)
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
