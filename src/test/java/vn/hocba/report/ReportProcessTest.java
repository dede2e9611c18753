package vn.hocba.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.hocba.fixture.RecordLife.REASON;
import static vn.hocba.fixture.ReleasedRecords.BIRTH_DATE;
import static vn.hocba.fixture.ReleasedRecords.PIN;
import static vn.hocba.fixture.ReleasedRecords.YEAR;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Calendar;
import vn.hocba.calendar.ChangeCalendar;
import vn.hocba.calendar.Limit;
import vn.hocba.calendar.Milestone;
import vn.hocba.calendar.OtherDates;
import vn.hocba.calendar.Wave;
import vn.hocba.document.ReportChanges;
import vn.hocba.document.ReportFormat;
import vn.hocba.document.ReportPart;
import vn.hocba.fixture.RecordLife;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.lookup.FoundYear;
import vn.hocba.lookup.LookUp;
import vn.hocba.registry.CountedAnew;
import vn.hocba.registry.OnePersonPolicy;
import vn.hocba.registry.TwoPeople;
import vn.hocba.report.ReportBoard.PartLine;
import vn.hocba.report.ReportBoard.Standing;
import vn.hocba.report.ReportBoard.WaveReport;
import vn.hocba.report.UnreliableMinistry.Mood;
import vn.hocba.request.Evidence;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.shared.Texts;
import vn.hocba.signing.DssJudge;
import vn.hocba.signing.MovableClock;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.SandboxAuthority;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.EngineJobs;
import vn.hocba.workflow.SigningJob;

/** The model {@code ministry-report.bpmn} with everything that it calls, two records to a part. */
@ReleasedRecordsTest
@Import(ReportProcessTest.Parts.class)
class ReportProcessTest {

    @TestConfiguration
    static class Parts {

        @Bean
        @Primary
        UnreliableMinistry unreliableMinistry(Clock clock) {
            return new UnreliableMinistry(clock);
        }

        @Bean
        @Primary
        TwoPeople onePersonAtOneSo(SchoolDirectory directory) {
            return OnePersonPolicy.with(directory);
        }

        @Bean
        @Primary
        MinistrySettings twoToAPart() {
            return new MinistrySettings(
                    MinistrySettings.Channel.FOLDER, Path.of("target"), URI.create(""), Duration.ofSeconds(1), 2);
        }
    }

    @Autowired
    ReleasedRecords world;

    @Autowired
    RecordLife life;

    @Autowired
    Batches batches;

    @Autowired
    ReportBoard board;

    @Autowired
    BeginReports begin;

    @Autowired
    ApproveReport approval;

    @Autowired
    OwnCertificate ownCertificate;

    @Autowired
    SignReport signReport;

    @Autowired
    ReportSignature step;

    @Autowired
    SendAgain sendAgain;

    @Autowired
    ProvinceCertificate certificate;

    @Autowired
    Reports reports;

    @Autowired
    ReportContents contents;

    @Autowired
    UnreliableMinistry ministry;

    @Autowired
    MovableClock clock;

    @Autowired
    ReportFormat format;

    @Autowired
    SigningSessions sessions;

    @Autowired
    PacketSigning signing;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    PacketVerification verification;

    @Autowired
    DssJudge judge;

    @Autowired
    LookUp lookUp;

    @Autowired
    Calendar calendar;

    @Autowired
    ChangeCalendar changeCalendar;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private School school;
    private CurrentUser leader;

    @BeforeEach
    void aSchoolOfItsOwnProvince() {
        clock.reset();
        ministry.reset();
        school = world.school();
        leader = world.ofProvince(school.province(), Role.PROVINCE_LEADER);
    }

    @AfterEach
    void theEnginesTimeIsTheSystemsAgain() {
        ClockUtil.reset();
    }

    @Test
    void aReportWaitsForTheSignatureAsSoonAsTheWaveIsFrozen() {
        frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");

        assertThat(waitsAt()).containsExactly("userTask_sign");
        assertThat(standing().state()).isEqualTo(ReportState.WAITING);
        assertThat(standing().records()).isEqualTo(3);
        assertThat(timer().getDuedate().toInstant()).isEqualTo(due()).isEqualTo(Instant.parse("2027-07-09T17:00:00Z"));
        assertThat(asOfficial(board::waiting)).isEqualTo(1);
        assertThat(asOfficial(() -> board.wave(YEAR, Wave.SECOND)).report()).isNull();
    }

    @Test
    void aWaveThatWasOverBeforeThereWereReportsGetsItsReportOnce() {
        frozen("Lò Thị Mai");
        runtime.deleteProcessInstance(process().getId(), "made as if it had never begun");
        jdbc.sql("delete from ministry_report where id = ?").param(reportId()).update();

        begin.beginMissed();
        begin.beginMissed();

        assertThat(waitsAt()).containsExactly("userTask_sign");
        assertThat(standing().records()).isEqualTo(1);
    }

    @Test
    void aWaveThatFrozeNothingHasNothingToReport() {
        accepted("Lò Thị Mai");
        jdbc.sql("update registered_record set programme_completed = false where school_code = ?")
                .param(school.unit().code())
                .update();

        life.cutOff(school, Wave.FIRST);

        WaveReport first = asOfficial(() -> board.wave(YEAR, Wave.FIRST));
        assertThat(first.frozen()).isTrue();
        assertThat(first.report()).isNull();
    }

    @Test
    void whatIsSignedIsSentInPartsAndMarkedAsReported() {
        List<String> records = frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");

        assertThat(sign(PIN).isComplete()).isTrue();
        assertThat(standing().state()).isEqualTo(ReportState.SENDING);
        assertThat(standing().signedBy()).isEqualTo(school.official().displayName());
        jobs.run(reportId());

        assertThat(standing().state()).isEqualTo(ReportState.DONE);
        assertThat(standing().acknowledged()).isEqualTo(2);
        assertThat(standing().late()).isFalse();
        assertThat(process()).as("the process is over").isNull();
        for (String record : records) {
            assertThat(registered(record)).isEqualTo("REPORTED");
            assertThat(audit.of(record)).extracting(AuditLog.Entry::action).contains("registry.reported");
            assertThat(audit.isIntact(record)).isTrue();
        }
        assertThat(audit.of(school.province().id()))
                .extracting(AuditLog.Entry::action)
                .contains(
                        "ministry-report.begun",
                        "ministry-report.fixed",
                        "ministry-report.signed",
                        "ministry-report.sent",
                        "ministry-report.done");
    }

    @Test
    void everyPartFollowsTheSchemaHoldsThePacketsAsTheyAreAndIsSignedByTheSo() {
        List<String> records = frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        sign(PIN);
        jobs.run(reportId());

        List<ReportPart> parts = ministry.taken.values().stream()
                .map(parcel -> format.read(parcel.content()))
                .toList();
        assertThat(parts).extracting(ReportPart::partNo).containsExactly(1, 2);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.provinceCode()).isEqualTo(school.province().code());
            assertThat(part.schoolYear()).isEqualTo(YEAR);
            assertThat(part.wave()).isEqualTo(1);
            assertThat(part.parts()).isEqualTo(2);
            assertThat(part.total()).isEqualTo(3);
        });
        assertThat(parts.stream().flatMap(part -> part.items().stream()))
                .extracting(ReportPart.Item::yearRecordId)
                .containsExactlyInAnyOrderElementsOf(records);
        assertThat(parts.stream().flatMap(part -> part.items().stream()))
                .allSatisfy(item -> assertThat(item.packet()).isEqualTo(world.packet(item.yearRecordId())));
        assertThat(ministry.taken).allSatisfy((hash, parcel) -> {
            assertThat(hash).isEqualTo(Sha256.of(parcel.content()));
            assertThat(verification.verifyReport(
                            parcel.content(), school.province().taxCode()))
                    .isEmpty();
            assertThat(verification.verifyReport(parcel.content(), school.unit().taxCode()))
                    .as("not the school's")
                    .isNotEmpty();
            assertThat(judge.judge(parcel.content())).singleElement().matches(DssJudge.Verdict::passed);
        });
    }

    @Test
    void theNextReportSaysWhatWasDecidedAfterTheFreezeAndSaysItOnce() {
        List<String> records = accepted("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        jdbc.sql("update registered_record set programme_completed = false where year_record_id = ?")
                .param(records.get(2))
                .update();
        life.cutOff(school, Wave.FIRST);
        session.run(school.official(), () -> certificate.issue(PIN.toCharArray()));
        sign(PIN);
        jobs.run(reportId());
        String supplement = supplemented(records.get(0));
        life.orderRetraction(school, records.get(1), decision("27/QĐ-SGDĐT"));
        assertThat(parts(1)).allSatisfy(part -> assertThat(part.changes()).isEqualTo(ReportChanges.NONE));

        life.cutOff(school, Wave.SECOND);
        Standing second = asOfficial(() -> board.wave(YEAR, Wave.SECOND)).report();
        assertThat(second.supplements()).isEqualTo(1);
        assertThat(second.retractions()).isEqualTo(1);
        session.run(leader, () -> approval.approve(second.reportId()));
        sign(second.reportId(), PIN);
        jobs.run(second.reportId());

        assertThat(parts(2)).singleElement().satisfies(part -> {
            assertThat(part.items()).extracting(ReportPart.Item::yearRecordId).containsExactly(records.get(2));
            assertThat(part.changes().supplementTotal()).isEqualTo(1);
            assertThat(part.changes().supplements()).singleElement().satisfies(said -> {
                assertThat(said.id()).isEqualTo(supplement);
                assertThat(said.yearRecordId().value()).isEqualTo(records.get(0));
                assertThat(judge.judge(said.document())).hasSize(4).allMatch(DssJudge.Verdict::passed);
            });
            assertThat(part.changes().retractions()).singleElement().satisfies(said -> {
                assertThat(said.yearRecordId()).isEqualTo(records.get(1));
                assertThat(said.decisionNo()).isEqualTo("27/QĐ-SGDĐT");
                assertThat(said.on()).isEqualTo(LocalDate.of(2026, 11, 20));
            });
        });
        assertThat(ministry.taken.values()).allSatisfy(parcel -> assertThat(verification.verifyReport(
                        parcel.content(), school.province().taxCode()))
                .isEmpty());
        assertThat(asOfficial(() -> board.wave(YEAR, Wave.FIRST)).report().supplements())
                .as("said by the second report")
                .isZero();
    }

    @Test
    void aReportOfTheFormerStructureIsStillRead() {
        frozen("Lò Thị Mai");
        String written = new String(
                transaction.execute(status -> {
                    contents.fix(reports.lock(reportId()), school.province(), 2);
                    return contents.write(
                            report(), contents.lock(contents.unsigned(report()).get(0)), school.province());
                }),
                StandardCharsets.UTF_8);
        String former = written.replace("<PHIEN_BAN_CAU_TRUC>2</PHIEN_BAN_CAU_TRUC>", "")
                .replaceAll("<DANH_SACH_DIEU_CHINH.*</DANH_SACH_THU_HOI>", "");

        assertThat(former).hasSizeLessThan(written.length() - 100);
        ReportPart read = format.read(former.getBytes(StandardCharsets.UTF_8));
        assertThat(read.changes()).isEqualTo(ReportChanges.NONE);
        assertThat(read.items()).hasSize(1);
    }

    @Test
    void aSoWithOnePersonFinishesSupplementRetractionAndReport() {
        jdbc.sql("update org_unit set code = ? where id = ?")
                .params(OnePersonPolicy.CODE, school.province().id())
                .update();
        CurrentUser only = school.official();
        List<String> records = frozen("Lò Thị Mai", "Giàng A Sử");
        session.run(only, () -> approval.approve(reportId()));
        assertThat(sign(PIN).isComplete()).isTrue();

        String supplement = askSupplement(records.get(0));
        life.take(only, "supplement.examine", supplement, Map.of("reason", REASON));
        life.take(only, "supplement.approve", supplement, decision("15/QĐ-SGDĐT"));
        life.signSupplement(school, only, supplement);
        String retraction = life.take(only, "retraction.order", records.get(1), decision("27/QĐ-SGDĐT"));
        life.take(only, "retraction.decree", retraction, Map.of());

        assertThat(List.of(life.request(supplement), life.request(retraction))).containsOnly("DONE");
        assertThat(standing().state()).isEqualTo(ReportState.SENDING);
    }

    private List<ReportPart> parts(int wave) {
        return ministry.taken.values().stream()
                .map(parcel -> format.read(parcel.content()))
                .filter(part -> part.wave() == wave)
                .toList();
    }

    private static Map<String, Object> decision(String number) {
        return Map.of("number", number, "day", LocalDate.of(2026, 11, 20), "reason", REASON);
    }

    private String askSupplement(String record) {
        return life.take(
                school.principal(),
                "supplement.ask",
                record,
                Map.of("ground", "CIVIL_STATUS", "field", "HO_VA_TEN", "right", "Lò Thị Mài", "reason", REASON),
                new Evidence("trich-luc.pdf", new byte[] {1}));
    }

    private String supplemented(String record) {
        String request = askSupplement(record);
        life.examine(school, request);
        life.take(school.official(), "supplement.approve", request, decision("15/QĐ-SGDĐT"));
        life.signSupplement(school, world.ofProvince(school.province(), Role.PROVINCE_CLERK), request);
        return request;
    }

    @Test
    void theLookUpShowsAReportedRecordAsInEffect() {
        String record = frozen("Lò Thị Mai").get(0);
        sign(PIN);
        jobs.run(reportId());

        List<FoundYear> found = lookUp.find(
                world.content(record).lookupCode(),
                DateTimeFormatter.ofPattern("dd/MM/yyyy").format(BIRTH_DATE),
                "192.0.2.1");

        assertThat(found).singleElement().satisfies(year -> {
            assertThat(year.content()).isEqualTo(FoundYear.Content.SHOWN);
            assertThat(Texts.vi(year.original().state().key())).isEqualTo("Đã chốt, có hiệu lực");
        });
    }

    @Test
    void aWrongPinChangesNothing() {
        frozen("Lò Thị Mai");

        assertThatThrownBy(() -> sign("000000")).isInstanceOf(Refused.class).hasMessageContaining("Mã PIN không đúng");

        assertThat(standing().parts()).extracting(PartLine::hash).containsOnlyNulls();
        assertThat(waitsAt()).containsExactly("userTask_sign");
    }

    @Test
    void withoutACertificateNothingIsSigned() {
        accepted("Lò Thị Mai");
        life.cutOff(school, Wave.FIRST);

        assertThat(asOfficial(certificate::get).state()).isEqualTo(ProvinceCertificate.State.MISSING);
        assertThatThrownBy(() -> sign(PIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Chưa có chứng thư chữ ký số");
        assertThat(standing().parts()).extracting(PartLine::hash).containsOnlyNulls();
    }

    @Test
    void whoHasForgottenThePinRevokesTheCertificateAndTakesAnother() {
        frozen("Lò Thị Mai");
        assertThatThrownBy(() -> session.run(school.official(), () -> certificate.revoke("quên")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ít nhất 10");

        session.run(school.official(), () -> certificate.revoke("Không nhớ mã PIN đã đặt"));
        assertThat(asOfficial(certificate::get).state()).isEqualTo(ProvinceCertificate.State.REVOKED);
        assertThatThrownBy(() -> sign(PIN)).isInstanceOf(Refused.class);
        session.run(school.official(), () -> certificate.issue("135799".toCharArray()));

        assertThat(sign("135799").isComplete()).isTrue();
    }

    @Test
    void whoSignsAgainAfterAServerWentDownBetweenTwoPartsSignsOnlyTheRest() {
        frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        session.run(leader, () -> approval.approve(reportId()));
        String first = contents.unsigned(reports.get(reportId())).get(0);
        session.run(school.official(), () -> {
            try (SigningSession key =
                    sessions.open(KeyHolder.unit(school.province().id()), Entered.pin(PIN.toCharArray()))) {
                transaction.executeWithoutResult(status -> new SigningJob(step, signing)
                        .perform(new BatchRun("b", school.province().id(), null, reportId(), key), first));
            }
        });
        String hash = standing().parts().get(0).hash();
        assertThat(standing().signed()).isEqualTo(1);
        assertThat(standing().state()).isEqualTo(ReportState.WAITING);

        assertThat(sign(PIN).total()).isEqualTo(1);

        assertThat(standing().state()).isEqualTo(ReportState.SENDING);
        assertThat(standing().parts().get(0).hash()).isEqualTo(hash);
        assertThatThrownBy(() -> sign(PIN)).isInstanceOf(Refused.class);
    }

    @Test
    void aMinistryThatCannotBeReachedIsTriedAgainAndGetsOnlyTheRest() {
        List<String> records = frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        sign(PIN);
        ministry.patience = 1;

        assertThatThrownBy(() -> jobs.run(reportId())).hasMessageContaining("connection refused");
        assertThat(standing().acknowledged()).isEqualTo(1);
        assertThat(standing().lastError()).contains("Không kết nối được với Bộ");
        assertThat(jobs.triesLeft(reportId())).isEqualTo(9);
        assertThat(records).allMatch(record -> registered(record).equals("FROZEN"));
        ministry.patience = Integer.MAX_VALUE;
        jobs.run(reportId());

        assertThat(standing().lastError()).isNull();
        assertThat(ministry.taken).hasSize(2);
        assertThat(new HashSet<>(ministry.asked)).hasSize(2);
        assertThat(ministry.asked).hasSize(3);
        assertThat(records).allMatch(record -> registered(record).equals("REPORTED"));
    }

    @Test
    void whatIsSentTwiceHasNoEffectTwice() {
        String record = frozen("Lò Thị Mai").get(0);
        sign(PIN);
        ministry.mood = Mood.ANSWERS_BUT_THE_ANSWER_IS_LOST;
        assertThatThrownBy(() -> jobs.run(reportId())).hasMessageContaining("connection reset");

        ministry.mood = Mood.ANSWERS;
        jobs.run(reportId());

        assertThat(ministry.taken).hasSize(1);
        assertThat(audit.of(record))
                .extracting(AuditLog.Entry::action)
                .filteredOn("registry.reported"::equals)
                .hasSize(1);
    }

    @Test
    void afterTheLastAttemptThereIsAnIncidentAndTheOfficialSendsAgain() {
        frozen("Lò Thị Mai");
        sign(PIN);
        ministry.mood = Mood.CANNOT_BE_REACHED;
        do {
            assertThatThrownBy(() -> jobs.step(reportId())).isInstanceOf(RuntimeException.class);
        } while (jobs.triesLeft(reportId()) > 0);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(process().getId())
                        .count())
                .isEqualTo(1);

        ministry.mood = Mood.ANSWERS;
        session.run(school.official(), () -> sendAgain.send(reportId()));
        assertThat(jobs.triesLeft(reportId())).isEqualTo(1);
        jobs.run(reportId());

        assertThat(standing().state()).isEqualTo(ReportState.DONE);
        assertThatThrownBy(() -> session.run(school.official(), () -> sendAgain.send(reportId())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void toSendAgainDuringAnOutageTakesNoneOfTheAttemptsThatAreLeft() {
        frozen("Lò Thị Mai");
        sign(PIN);
        ministry.mood = Mood.CANNOT_BE_REACHED;
        assertThatThrownBy(() -> jobs.step(reportId())).isInstanceOf(RuntimeException.class);
        assertThat(jobs.triesLeft(reportId())).isEqualTo(9);

        session.run(school.official(), () -> sendAgain.send(reportId()));
        assertThatThrownBy(() -> jobs.step(reportId())).isInstanceOf(RuntimeException.class);

        assertThat(jobs.triesLeft(reportId())).isEqualTo(9);
    }

    @Test
    void thatTheMinistryTurnsDownAPartIsSaidOtherwiseThanThatItCannotBeReached() {
        frozen("Lò Thị Mai");
        sign(PIN);
        ministry.mood = Mood.TURNS_DOWN;

        assertThatThrownBy(() -> jobs.step(reportId())).isInstanceOf(RuntimeException.class);

        assertThat(standing().acknowledged()).isZero();
        assertThat(standing().lastError()).isEqualTo("Bộ không nhận gói này. Sai mẫu báo cáo.");
    }

    @Test
    void anErrorOfTheSystemItselfIsNeitherAnOutageNorARefusal() {
        frozen("Lò Thị Mai");
        sign(PIN);
        ministry.mood = Mood.BREAKS;

        assertThatThrownBy(() -> jobs.step(reportId())).isInstanceOf(RuntimeException.class);

        assertThat(standing().lastError()).contains("lỗi trong hệ thống", "IllegalStateException");
    }

    @Test
    void aReceiptOfSomethingElseIsNoReceipt() {
        String record = frozen("Lò Thị Mai").get(0);
        sign(PIN);
        ministry.mood = Mood.ACKNOWLEDGES_SOMETHING_ELSE;

        assertThatThrownBy(() -> jobs.run(reportId())).hasStackTraceContaining("mã băm khác");

        assertThat(standing().acknowledged()).isZero();
        assertThat(standing().lastError()).contains("Biên nhận BO-1 không phải của gói đã gửi");
        assertThat(registered(record)).isEqualTo("FROZEN");
    }

    @Test
    void whatIsAcknowledgedIsMarkedPartByPart() {
        frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        sign(PIN);
        jobs.step(reportId());
        jobs.step(reportId());
        assertThat(standing().acknowledged()).isEqualTo(2);

        jobs.step(reportId());

        assertThat(count("REPORTED")).isEqualTo(2);
        assertThat(standing().state()).isEqualTo(ReportState.SENDING);
        jobs.run(reportId());
        assertThat(count("REPORTED")).isEqualTo(3);
    }

    @Test
    void oneSecondBeforeItsInstantAReportIsNotLateAndAtTheInstantItIs() {
        frozen("Lò Thị Mai");

        itIs(due().minusSeconds(1));
        assertThat(executableTimers().count()).isZero();
        assertThat(standing().late()).isFalse();

        itIs(due());
        assertThat(executableTimers().count()).isEqualTo(1);
        assertThat(standing().late()).isTrue();
        management.executeJob(executableTimers().singleResult().getId());

        assertThat(report().lateAt()).isNotNull();
        assertThat(audit.of(school.province().id()))
                .extracting(AuditLog.Entry::action)
                .contains("ministry-report.late");
        assertThat(waitsAt()).containsExactly("userTask_sign");
        sign(PIN);
        jobs.run(reportId());
        assertThat(standing().state()).isEqualTo(ReportState.DONE);
        assertThat(standing().late()).isTrue();
    }

    @Test
    void aReportThatIsSignedInTimeButAcknowledgedTooLateIsLate() {
        frozen("Lò Thị Mai");
        itIs(due().minusSeconds(60));
        sign(PIN);

        itIs(due().plusSeconds(60));
        jobs.run(reportId());

        assertThat(standing().late()).isTrue();
        assertThat(report().lateAt()).isNotNull();
    }

    @Test
    void theTimerFollowsTheCalendar() {
        frozen("Lò Thị Mai");

        session.run(
                school.official(),
                () -> changeCalendar.change(
                        school.province().id(),
                        OtherDates.with(
                                calendar.of(school.province().id(), YEAR),
                                Milestone.REPORT_1,
                                new Limit(LocalDate.of(2027, 7, 12), true)),
                        "Bộ lùi hạn báo cáo"));

        assertThat(timer().getDuedate().toInstant()).isEqualTo(Instant.parse("2027-07-12T17:00:00Z"));
    }

    @Test
    void theReceiptsCanBeTakenAway() {
        frozen("Lò Thị Mai", "Giàng A Sử", "Vừ A Páo");
        sign(PIN);
        jobs.run(reportId());

        String table = new String(asOfficial(() -> board.receipts(reportId())), StandardCharsets.UTF_8);

        assertThat(table.lines()).hasSize(3);
        assertThat(table).contains("BO-0", "BO-1", standing().parts().get(1).hash());
    }

    @Test
    void onlyTheSoItselfSeesSignsAndSendsItsReports() {
        frozen("Lò Thị Mai");
        String report = reportId();

        for (CurrentUser user : List.of(
                school.homeroom(),
                school.principal(),
                school.clerk(),
                school.admin(),
                someone(Role.SUPERVISOR, school.province()),
                someone(Role.SCHOOL_ADMIN, school.province()),
                someone(Role.CLERK, school.province()),
                someone(Role.PROVINCE, school.unit()))) {
            for (Runnable action : List.<Runnable>of(
                    () -> board.waves(YEAR),
                    board::waiting,
                    () -> board.receipts(report),
                    () -> signReport.sign(report, Entered.pin(PIN.toCharArray())),
                    () -> sendAgain.send(report),
                    certificate::get,
                    () -> certificate.issue(PIN.toCharArray()),
                    () -> certificate.revoke("Không nhớ mã PIN đã đặt"),
                    () -> authority.issueSeal(school.province().id(), "Sở", "0400000001", PIN.toCharArray()),
                    () -> sessions.open(KeyHolder.unit(school.province().id()), Entered.pin(PIN.toCharArray())))) {
                assertThatThrownBy(() -> session.run(user, action)).isInstanceOf(Refused.class);
            }
        }
        CurrentUser other = world.school().official();
        assertThat(session.as(other, () -> board.wave(YEAR, Wave.FIRST)).report())
                .isNull();
        for (Runnable action : List.<Runnable>of(
                () -> board.receipts(report),
                () -> signReport.sign(report, Entered.pin(PIN.toCharArray())),
                () -> sendAgain.send(report),
                () -> sessions.open(KeyHolder.unit(school.province().id()), Entered.pin(PIN.toCharArray())))) {
            assertThatThrownBy(() -> session.run(other, action)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> board.waves(YEAR)).isInstanceOf(Refused.class);
    }

    @Test
    void aLeaderHasThePersonalCertificateIssuedAndNobodyElseOfTheSoHasOne() {
        jdbc.sql("delete from sandbox_key where certificate_id in (select id from certificate where owner_id = ?)")
                .param(leader.staffId())
                .update();
        jdbc.sql("delete from certificate where owner_id = ?")
                .param(leader.staffId())
                .update();
        assertThat(session.as(leader, ownCertificate::find).orElseThrow().validUntil())
                .isNull();
        session.run(leader, () -> ownCertificate.issue(PIN.toCharArray()));

        assertThat(session.as(leader, ownCertificate::find).orElseThrow().validUntil())
                .isNotNull();
        for (Role role : List.of(Role.PROVINCE_OFFICER, Role.PROVINCE_CLERK)) {
            CurrentUser other = world.ofProvince(school.province(), role);
            assertThat(session.as(other, ownCertificate::find)).isEmpty();
            refused(other, () -> ownCertificate.issue(PIN.toCharArray()), "identity.role-missing");
            refused(
                    other,
                    () -> authority.issuePersonal(
                            leader.staffId(), "Đỗ Minh Tâm", "079070000009", "Sở", PIN.toCharArray()),
                    "signing.not-your-key");
        }
    }

    @Test
    void aLeaderApprovesThenTheClerkSignsAndNobodyDoesBoth() {
        frozen("Lò Thị Mai");
        String report = reportId();
        CurrentUser clerk = world.ofProvince(school.province(), Role.PROVINCE_CLERK);
        CurrentUser officer = world.ofProvince(school.province(), Role.PROVINCE_OFFICER);
        Runnable sign = () -> signReport.sign(report, Entered.pin(PIN.toCharArray()));

        refused(clerk, sign, "report.not-approved");
        refused(officer, () -> approval.approve(report), "identity.role-missing");
        refused(clerk, () -> approval.approve(report), "identity.role-missing");
        refused(
                world.ofProvince(world.province(), Role.PROVINCE_LEADER),
                () -> approval.approve(report),
                "report.unknown");
        assertThat(standing().parts()).isEmpty();
        session.run(school.official(), () -> approval.approve(report));
        assertThat(standing().parts())
                .as("what it holds is fixed before anybody approves more than was seen")
                .singleElement()
                .matches(part -> part.records() == 1 && part.hash() == null);
        refused(leader, () -> approval.approve(report), "report.already-approved");
        refused(school.official(), sign, "report.own-approval");
        refused(leader, sign, "identity.role-missing");
        refused(officer, sign, "identity.role-missing");
        session.run(clerk, sign);

        await().until(() -> report().state() == ReportState.SENDING);
        assertThat(standing().approvedBy()).isEqualTo(school.official().displayName());
        assertThat(report().signedByName()).isEqualTo(clerk.displayName());
    }

    private void refused(CurrentUser who, Runnable action, String key) {
        assertThatThrownBy(() -> session.run(who, action))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void aCertificateWithAnotherTaxCodeDoesNotSign() {
        frozen("Lò Thị Mai");
        jdbc.sql("update org_unit set tax_code = '0499999999' where id = ?")
                .param(school.province().id())
                .update();

        assertThatThrownBy(() -> sign(PIN)).isInstanceOf(Refused.class).hasMessageContaining("mã số thuế không khớp");
    }

    private static CurrentUser someone(Role role, Unit unit) {
        return new CurrentUser(
                Ids.next(), role + "." + unit.code(), "Người Lạ", "Thử", Set.of(role), null, unit.id(), unit.path());
    }

    /** Records of pupils with these names, accepted and confirmed. */
    private List<String> accepted(String... names) {
        List<String> records = world.released(school, names);
        life.submit(school);
        jdbc.sql("update registered_record set programme_completed = true where year_record_id in (:ids)")
                .param("ids", records)
                .update();
        CountedAnew.of(jdbc);
        return records;
    }

    private List<String> frozen(String... names) {
        List<String> records = accepted(names);
        life.cutOff(school, Wave.FIRST);
        session.run(school.official(), () -> certificate.issue(PIN.toCharArray()));
        return records;
    }

    /** The report of the first wave. */
    private Report report() {
        return reports.find(school.province().id(), YEAR, Wave.FIRST).orElseThrow();
    }

    /** Signs with this PIN and waits for the end of the batch. */
    private Batches.Progress sign(String pin) {
        if (report().approvedBy() == null) {
            session.run(leader, () -> approval.approve(reportId()));
        }
        return sign(reportId(), pin);
    }

    private Batches.Progress sign(String reportId, String pin) {
        return asOfficial(() -> {
            String batchId = signReport.sign(reportId, Entered.pin(pin.toCharArray()));
            return await().until(
                            () -> asOfficial(() -> batches.progress(batchId)),
                            progress -> progress.state() != BatchState.RUNNING);
        });
    }

    private void itIs(Instant instant) {
        clock.set(instant);
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    private Instant due() {
        return calendar.of(school.province().id(), YEAR).report(Wave.FIRST);
    }

    private String reportId() {
        return report().id();
    }

    private Standing standing() {
        return asOfficial(() -> board.wave(YEAR, Wave.FIRST)).report();
    }

    private <T> T asOfficial(Supplier<T> action) {
        return session.as(school.official(), action);
    }

    private ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reportId())
                .singleResult();
    }

    /** Asked of this context's own engine: other tests in the same JVM have theirs. */
    private List<String> waitsAt() {
        return runtime.getActiveActivityIds(process().getId());
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .singleResult();
    }

    private JobQuery executableTimers() {
        return management
                .createJobQuery()
                .processInstanceId(process().getId())
                .timers()
                .executable();
    }

    private String registered(String record) {
        return jdbc.sql("select state from registered_record where year_record_id = ?")
                .param(record)
                .query(String.class)
                .single();
    }

    private int count(String state) {
        return jdbc.sql("select count(*) from registered_record where school_code = ? and state = ?")
                .params(school.unit().code(), state)
                .query(Integer.class)
                .single();
    }
}
