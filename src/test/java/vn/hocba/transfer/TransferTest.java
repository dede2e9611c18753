package vn.hocba.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.calendar.Wave;
import vn.hocba.calendar.WorkingDays;
import vn.hocba.desk.admin.OpenSchoolYear;
import vn.hocba.dossier.FindPupils;
import vn.hocba.dossier.RecordPage;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.RequestBoard;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.Entered;

/** Between two schools of the same Sở: the model {@code transfer.bpmn} with everything that it calls. */
class TransferTest extends TransferWorld {

    @Autowired
    RecordPage pages;

    @Autowired
    FindPupils findPupils;

    @Autowired
    OpenSchoolYear openSchoolYear;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    YearRecords records;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void useThisEngine() {
        AbstractAssertions.init(engine);
    }

    @Test
    void oneSecondBeforeItsInstantAWaitGoesOnAndAtTheInstantItIsOver() {
        String record = commenting();
        String request = ask(record);
        demandDueAt(request, "boundaryEvent_acceptOver");
        accept(request);
        demandDueAt(request, "boundaryEvent_releaseOver");
        release(request, today().plusDays(3));
        demandDueAt(request, "timer_move");
    }

    private void demandDueAt(String request, String element) {
        Instant due = timer(request, element).getDuedate().toInstant();
        assertThat(life.isDue(request, element, due.minusSeconds(1)))
                .as(element)
                .isFalse();
        assertThat(life.isDue(request, element, due)).as(element).isTrue();
    }

    @Test
    void withinTheYearTheRecordItsMarksAndItsOpenWorkMoveAndItGoesOnToTheFreezeAtTheOtherSchool() {
        String record = commenting();
        finish(from, "TOAN");
        List<String> before = life.open(record);
        assertThat(before).isNotEmpty().doesNotContain("COMMENTS/TOAN");
        String request = ask(record);
        ProcessInstance process = life.process(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_accept");
        assertThat(page(to.principal(), request).opensRecord()).isFalse();
        assertThat(page(from.principal(), request).opensRecord()).isTrue();
        accept(request);
        BpmnAwareTests.assertThat(process).isWaitingAt("userTask_release");
        release(request, today());
        BpmnAwareTests.assertThat(process).hasPassed("userTask_seal");
        BpmnAwareTests.assertThat(process).isWaitingAt("gateway_move");
        assertThat(life.open(record)).as("nothing moves before the day").isEqualTo(before);
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());

        fire(request, "timer_move");

        assertThat(life.request(request)).isEqualTo("DONE");
        BpmnAwareTests.assertThat(process).isEnded().hasPassed("serviceTask_move", "endEvent_done");
        assertThat(page(from.principal(), request).opensRecord()).isTrue();
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
        assertThat(life.mark(record, "TOAN")).isEqualTo("9");
        assertThat(life.open(record)).contains("COMMENTS/TOAN").hasSize(before.size() + 1);
        assertThat(openAssignees(record)).containsOnly(to.homeroom().staffId());
        assertThat(enrolments(record))
                .containsExactlyInAnyOrder(
                        from.unit().code() + " MOVED_AWAY", to.unit().code() + " STUDYING");
        assertThat(page(to.clerk(), request).facts().get("Biên nhận")).startsWith("Số CT-");
        world.complete(to, record);
        life.submit(to);
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(world.content(record).issuer().schoolName())
                .isEqualTo(to.unit().name());
        assertThat(lookUp(record)).singleElement().satisfies(year -> assertThat(
                        year.original().schoolName())
                .isEqualTo(to.unit().name()));
        life.cutOff(from, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(life.registered(record)).containsExactly("FROZEN");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aRecordThatWaitsForTheHomeroomTeacherGoesBackToTheTeachersOfTheNewClass() {
        String record = commenting();
        Set.copyOf(life.open(record)).forEach(part -> finish(from, part.substring("COMMENTS/".length())));
        assertThat(life.state(record)).isEqualTo("HOMEROOM");

        moved(record);

        assertThat(life.state(record)).isEqualTo("COMMENTING");
        assertThat(life.open(record)).contains("COMMENTS/TOAN").doesNotContain("HOMEROOM/-");
        assertThat(openAssignees(record)).containsOnly(to.homeroom().staffId());
        world.complete(to, record);
        assertThat(life.state(record)).isEqualTo("RELEASED");
    }

    @Test
    void withAWrongPinNothingIsReleased() {
        String request = ask(commenting());
        accept(request);
        life.signResults(from, request);
        char[] wrong = "999999".toCharArray();

        assertThatThrownBy(() -> session.run(
                        from.principal(),
                        () -> board.take(
                                "transfer.release",
                                request,
                                new Input(Map.of("day", today()), List.of(), Entered.pin(wrong)))))
                .isInstanceOf(Refused.class);

        assertThat(wrong).containsOnly('\0');
        assertThat(step(request)).isEqualTo("RELEASE");
        assertThat(page(from.principal(), request).files()).isEmpty();
    }

    @Test
    void anAcceptedRecordStaysTheIssuingSchoolsAndOnlyTheRightToManageItMoves() {
        String record = life.accepted(from);
        String code = lookUpCode(record);
        String request = moved(record);

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(life.state(record)).isEqualTo("ACCEPTED");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
        assertThat(page(from.principal(), request).files())
                .as("nothing to extract")
                .isEmpty();
        assertThat(session.as(to.principal(), () -> pages.of(record)).signed()).isTrue();
        assertThat(session.as(from.principal(), () -> pages.of(record)).signed())
                .isTrue();
        assertThat(session.as(to.clerk(), () -> findPupils.matching(code))).hasSize(1);
        assertThat(session.as(from.clerk(), () -> findPupils.matching(code))).hasSize(1);
        assertThat(offers(to.clerk(), record)).containsExactly("transfer.ask", "transfer.ask-out");
        assertThat(offers(from.clerk(), record)).isEmpty();
        assertThat(session.as(to.clerk(), () -> board.offers(record)))
                .as("who issued it corrects it")
                .noneMatch(offer -> offer.name().startsWith("correction."));
        assertThat(enrolments(record))
                .containsExactlyInAnyOrder(
                        from.unit().code() + " MOVED_AWAY", to.unit().code() + " STUDYING");
        assertThatThrownBy(() -> session.as(
                        to.admin(), () -> openSchoolYear.start(to.unit().id(), year())))
                .as("the pupil brought this year along")
                .isInstanceOf(Refused.class);
        assertThat(session.as(
                        to.admin(), () -> openSchoolYear.readiness(to.unit().id(), year())))
                .singleElement()
                .satisfies(readiness -> assertThat(readiness.open()).isEqualTo(readiness.studying()));
        life.askCorrection(from, record, "TOAN");
        assertThat(lookUp(record)).hasSize(1);
        life.cutOff(from, Wave.FIRST);
        assertThat(life.state(record)).isEqualTo("FROZEN");
        assertThat(audit.isIntact(record)).isTrue();
    }

    @Test
    void aSchoolThatMerelyListsAPupilDoesNotOpenTheRecordThatAnotherManages() {
        String record = commenting();
        jdbc.sql("insert into enrolment (id, row_version, pupil_id, school_id, class_id, school_year, ordinal, status)"
                        + " select ?, 0, pupil_id, ?, ?, school_year, 1, 'STUDYING' from year_record where id = ?")
                .params(Ids.next(), to.unit().id(), to.classId(), record)
                .update();

        String batch =
                session.as(to.admin(), () -> openSchoolYear.start(to.unit().id(), year()));

        Awaitility.await().untilAsserted(() -> assertThat(
                        jdbc.sql("select state, message from batch_item where batch_id = ?")
                                .param(batch)
                                .query()
                                .listOfRows())
                .singleElement()
                .satisfies(item -> assertThat(item.get("message")).asString().contains("do trường khác quản lý")));
        assertThat(jdbc.sql("select count(*) from year_record where school_id = ?")
                        .param(to.unit().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFrozenRecordMovesToo() {
        String record = life.accepted(from);
        life.cutOff(from, Wave.FIRST);

        String request = moved(record);

        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(life.state(record)).isEqualTo("FROZEN");
        session.run(to.clerk(), () -> pages.of(record));
    }

    @Test
    void aRecordMayMoveOnToAThirdSchoolAndBackAndEverySchoolThatHeldItReadsIt() {
        String record = commenting();
        moved(record);
        School first = from;
        School third = world.schoolBelow(province);
        from = to;
        to = third;
        moved(record);
        assertThat(schoolOf(record)).isEqualTo(third.unit().id());
        from = third;
        to = first;
        moved(record);

        assertThat(schoolOf(record)).isEqualTo(first.unit().id());
        assertThat(enrolments(record))
                .filteredOn(line -> line.endsWith("STUDYING"))
                .containsExactly(first.unit().code() + " STUDYING");
        session.run(third.clerk(), () -> pages.of(record));
        assertThat(life.open(record)).contains("COMMENTS/TOAN");
    }

    @Test
    void theFormerSchoolStillReadsWhatItHeldAndItsTeachersDoNot() {
        String record = commenting();
        moved(record);

        for (CurrentUser reader :
                List.of(from.principal(), from.clerk(), from.admin(), to.principal(), to.homeroom())) {
            session.run(reader, () -> pages.of(record));
        }
        School stranger = world.schoolBelow(province);
        for (CurrentUser other : List.of(from.homeroom(), stranger.principal(), stranger.clerk())) {
            assertThatThrownBy(() -> session.run(other, () -> pages.of(record))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void lookUpWorksBeforeDuringAndAfter() {
        String record = life.accepted(from);
        assertThat(lookUp(record)).hasSize(1);
        String request = ask(record);
        accept(request);
        assertThat(lookUp(record)).hasSize(1);
        release(request, today());
        assertThat(lookUp(record)).hasSize(1);
        fire(request, "timer_move");
        assertThat(lookUp(record)).hasSize(1);
    }

    @Test
    void theReceivingClerkAsksWithCodeAndBirthDateAndWithNothingElse() {
        String record = commenting();
        String code = lookUpCode(record).toUpperCase(Locale.ROOT);
        String typed = "Mã tra cứu: " + code.substring(0, 8) + "–" + code.substring(8);
        assertThatThrownBy(() -> claim(to.clerk(), typed + ", " + Ids.unguessable(), BIRTH_DATE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.two-codes"));
        assertThat(session.as(to.clerk(), () -> board.generalOffers()))
                .extracting("name")
                .containsExactly("transfer.claim", "transfer.bring");
        for (CurrentUser other : List.of(to.principal(), to.homeroom(), to.admin())) {
            assertThat(session.as(other, () -> board.generalOffers()))
                    .extracting("name")
                    .doesNotContain("transfer.claim", "transfer.bring");
            assertThatThrownBy(() -> claim(other, typed, BIRTH_DATE)).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> claim(to.clerk(), typed, BIRTH_DATE.plusDays(1)))
                .hasMessageContaining("Không có học sinh nào");
        assertThatThrownBy(() -> claim(from.clerk(), typed, BIRTH_DATE)).hasMessageContaining("rồi");
        String request = claim(to.clerk(), typed, BIRTH_DATE);

        assertThat(session.as(from.clerk(), () -> board.lists()).others())
                .as("the sending school sees it")
                .extracting(RequestBoard.Row::id)
                .containsExactly(request);
        accept(request);
        release(request, today());
        fire(request, "timer_move");
        assertThat(schoolOf(record)).isEqualTo(to.unit().id());
    }

    @Test
    void whoTriesManyCodesHasToWait() {
        String record = commenting();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> claim(to.clerk(), Ids.unguessable(), BIRTH_DATE))
                    .hasMessageContaining("Không có học sinh nào");
        }
        assertThatThrownBy(() -> claim(to.clerk(), lookUpCode(record), BIRTH_DATE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("lookup.too-often"));
    }

    @Test
    void aPupilOfAnotherProvinceIsNotFoundAndItsSchoolsAreNoTarget() {
        String record = commenting();
        School stranger = world.school();

        assertThatThrownBy(() -> claim(stranger.clerk(), lookUpCode(record), BIRTH_DATE))
                .hasMessageContaining("Không có học sinh nào");
        assertThatThrownBy(() -> life.take(
                        from.clerk(),
                        "transfer.ask",
                        record,
                        Map.of("school", stranger.unit().id(), "reason", REASON)))
                .hasMessageContaining("trong cùng tỉnh, thành phố");
    }

    @Test
    void eachPrincipalMayRefuseWithAReason() {
        String record = commenting();
        String first = ask(record);
        life.take(to.principal(), "transfer.refuse", first, Map.of("reason", REASON));
        assertThat(life.request(first)).isEqualTo("REFUSED");
        assertThat(life.outcome(first)).isEqualTo(REASON);
        String second = ask(record);
        accept(second);
        life.take(from.principal(), "transfer.refuse", second, Map.of("reason", REASON));

        assertThat(life.request(second)).isEqualTo("REFUSED");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
        assertThat(life.open(record)).isNotEmpty();
    }

    @Test
    void whoAskedCancelsAtEachStepUpToTheMove() {
        String record = commenting();
        String first = ask(record);
        cancel(from.clerk(), first);
        assertThat(life.request(first)).isEqualTo("CANCELLED");
        String second = ask(record);
        accept(second);
        cancel(from.principal(), second);
        assertThat(life.request(second)).isEqualTo("CANCELLED");
        String third = released(record);
        cancel(from.clerk(), third);
        assertThat(life.request(third)).isEqualTo("CANCELLED");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());

        String moved = moved(record);
        assertThatThrownBy(() -> cancel(from.clerk(), moved)).isInstanceOf(Refused.class);
        assertThat(life.request(moved)).isEqualTo("DONE");
    }

    @Test
    void anAnswerIsDueInThreeWorkingDaysAndAnOverdueRequestIsStillAnswered() {
        String request = ask(commenting());
        Instant due = page(to.principal(), request).request().dueAt();
        assertThat(due)
                .isEqualTo(workingDays.after(clock.instant(), 3, to.unit().id()));
        jdbc.sql("update record_request set due_at = timestampadd(day, -30, due_at) where id = ?")
                .param(request)
                .update();

        accept(request);

        assertThat(step(request)).isEqualTo("RELEASE");
        assertThat(page(from.principal(), request).request().dueAt()).isEqualTo(due);
        release(request, today());
        fire(request, "timer_move");
        assertThat(life.request(request)).isEqualTo("DONE");
    }

    @Test
    void whatNobodyAnswersForSixtyDaysEndsAndWhoAskedIsTold() {
        String record = commenting();
        String first = ask(record);
        assertThat(daysLeft(first, "boundaryEvent_acceptOver")).isEqualTo(60);
        fire(first, "boundaryEvent_acceptOver");
        assertThat(life.request(first)).isEqualTo("EXPIRED");
        assertThat(session.as(from.clerk(), board::lists).ended())
                .filteredOn(row -> row.id().equals(first))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).contains("tự kết thúc", "gửi lại"));
        assertThatThrownBy(() -> accept(first)).isInstanceOf(Refused.class);
        String second = ask(record);
        accept(second);
        assertThat(daysLeft(second, "boundaryEvent_releaseOver")).isEqualTo(60);
        fire(second, "boundaryEvent_releaseOver");

        assertThat(life.request(second)).isEqualTo("EXPIRED");
        assertThatThrownBy(() -> release(second, today())).isInstanceOf(Refused.class);
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
        String third = ask(record);
        accept(third);
        assertThat(step(third)).as("decided in time").isEqualTo("RELEASE");
    }

    @Test
    void theRightMovesAtTheBeginningOfTheChosenDayWhichIsNotPast() {
        String record = commenting();
        String request = ask(record);
        accept(request);
        assertThatThrownBy(() -> release(request, today().minusDays(1))).hasMessageContaining("Ngày chuyển");
        assertThatThrownBy(() -> release(request, today().plusDays(91))).hasMessageContaining("Ngày chuyển");
        LocalDate day = today().plusDays(3);
        release(request, day);

        assertThat(timer(request, "timer_move").getDuedate().toInstant())
                .isEqualTo(day.atStartOfDay(clock.getZone()).toInstant());
        assertThat(life.request(request)).isEqualTo("OPEN");
        assertThat(schoolOf(record)).isEqualTo(from.unit().id());
    }

    @Test
    void aWrongPinAtTheReleaseIsToldWithoutWaitingForTheRecordAndChangesNothing() {
        String record = commenting();
        String request = ask(record);
        accept(request);
        life.signResults(from, request);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            records.lock(record);
            assertThat(CompletableFuture.runAsync(() -> session.run(
                            from.principal(),
                            () -> board.take(
                                    "transfer.release",
                                    request,
                                    new Input(
                                            Map.of("day", today()), List.of(), Entered.pin("000000".toCharArray()))))))
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(Refused.class)
                    .withMessageContaining("PIN");
        });
        assertThat(step(request)).isEqualTo("RELEASE");
        release(request, today());
    }

    @Test
    void aRecordThatHasGoneOnMeanwhileWaitsAndIsTriedAgainTheNextDay() {
        String record = commenting();
        String request = released(record);
        world.complete(from, record);
        fire(request, "timer_move");

        assertThat(life.request(request)).isEqualTo("OPEN");
        assertThat(step(request)).isEqualTo("MOVE");
        assertThat(timer(request, "timer_move").getDuedate().toInstant())
                .isEqualTo(today().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        assertThat(page(from.clerk(), request).facts().get("Chưa chuyển được")).contains("nộp Sở");
        life.submit(from);
        fire(request, "timer_move");
        assertThat(life.request(request)).isEqualTo("DONE");
        assertThat(schoolOf(record))
                .as("issued here meanwhile")
                .isEqualTo(from.unit().id());
        session.run(to.clerk(), () -> pages.of(record));
    }

    @Test
    void notWhileACorrectionIsOpenOrTheRecordIsBetweenTwoPeople() {
        String record = life.accepted(from);
        String correction = life.askCorrection(from, record, "TOAN");
        assertThat(obstacle(from.clerk(), record, "transfer.ask")).contains("Chỉnh sửa");
        assertThatThrownBy(() -> ask(record)).hasMessageContaining("Chỉnh sửa");
        assertThatThrownBy(() -> claim(to.clerk(), lookUpCode(record), BIRTH_DATE))
                .hasMessageContaining("Chỉnh sửa");
        life.approveCorrection(from, correction);
        assertThat(obstacle(from.clerk(), record, "transfer.ask-out")).contains("làm lại");
        String sealed = world.released(from, "Giàng A Sử").get(0);
        assertThat(obstacle(from.clerk(), sealed, "transfer.ask")).contains("nộp Sở");
    }

    @Test
    void whileATransferIsOpenNoCorrectionBegins() {
        String record = life.accepted(from);
        ask(record);

        assertThatThrownBy(() -> life.askCorrection(from, record, "TOAN")).hasMessageContaining("Chuyển trường");
    }

    @Test
    void whenTheReceivingSchoolOpenedARecordOfItsOwnTheyHaveToAgreeFirst() {
        String record = commenting();
        String other = world.commenting(to, "Giàng Thị Mỷ");
        jdbc.sql("update year_record set pupil_id = (select pupil_id from year_record where id = ?) where id = ?")
                .params(record, other)
                .update();

        assertThatThrownBy(() -> ask(record)).hasMessageContaining("đã mở");
    }

    @Test
    void nobodyElseAsksAcceptsReleasesOrCancels() {
        String record = commenting();
        School stranger = world.schoolBelow(province);
        for (CurrentUser other :
                List.of(from.homeroom(), from.admin(), to.clerk(), to.principal(), stranger.clerk(), from.official())) {
            assertThat(offers(other, record)).isEmpty();
            assertThatThrownBy(() -> life.take(
                            other,
                            "transfer.ask",
                            record,
                            Map.of("school", to.unit().id(), "reason", REASON)))
                    .isInstanceOf(Refused.class);
        }
        String request = ask(record);
        for (CurrentUser other :
                List.of(from.principal(), to.clerk(), to.admin(), stranger.principal(), from.official())) {
            for (String offer : List.of("transfer.accept", "transfer.refuse")) {
                assertThatThrownBy(
                                () -> life.take(other, offer, request, Map.of("class", to.classId(), "reason", REASON)))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThatThrownBy(() -> life.take(to.principal(), "transfer.accept", request, Map.of("class", from.classId())))
                .as("a class of another school")
                .isInstanceOf(Refused.class);
        accept(request);
        for (CurrentUser other : List.of(to.principal(), from.clerk(), stranger.principal(), from.official())) {
            assertThatThrownBy(() -> session.run(
                            other,
                            () -> board.take(
                                    "transfer.release",
                                    request,
                                    new Input(Map.of("day", today()), List.of(), Entered.nothing()))))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> page(stranger.clerk(), request)).isInstanceOf(Refused.class);
        }
        for (CurrentUser other : List.of(to.principal(), to.clerk(), stranger.clerk(), from.homeroom())) {
            assertThatThrownBy(() -> cancel(other, request)).isInstanceOf(Refused.class);
        }
        assertThat(life.request(request)).isEqualTo("OPEN");
    }

    @Test
    void ofATeacherWhoFinishesAndTheMoveAtTheSameMomentTheSecondSeesWhatTheFirstDid() throws Exception {
        for (int round = 0; round < 3; round++) {
            String record = commenting();
            String request = released(record);
            String job = timer(request, "timer_move").getId();
            CountDownLatch go = new CountDownLatch(1);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> teacher = two.submit(() -> {
                    go.await();
                    return session.as(
                            from.homeroom(),
                            () -> finishSubject.finish(from.classId(), "TOAN").finished());
                });
                Future<?> move = two.submit(() -> {
                    go.await();
                    management.executeJob(job);
                    return null;
                });
                go.countDown();
                teacher.get();
                move.get();
            } finally {
                two.shutdownNow();
            }
            assertThat(life.request(request)).isEqualTo("DONE");
            assertThat(schoolOf(record)).isEqualTo(to.unit().id());
            assertThat(life.open(record)).as("no half state").contains("COMMENTS/TOAN");
            assertThat(openAssignees(record)).containsOnly(to.homeroom().staffId());
            assertThat(audit.isIntact(record)).isTrue();
        }
    }

    @Test
    void ofARefusalAndACancellationAtTheSameMomentTheSecondIsRefused() throws Exception {
        for (int round = 0; round < 3; round++) {
            String record = commenting();
            String request = ask(record);
            accept(request);
            CountDownLatch go = new CountDownLatch(1);
            ExecutorService two = Executors.newFixedThreadPool(2);
            List<Throwable> refusals;
            try {
                List<Future<Throwable>> both = List.of(
                        two.submit(() -> afterwards(
                                go,
                                () -> life.take(
                                        from.principal(), "transfer.refuse", request, Map.of("reason", REASON)))),
                        two.submit(() -> afterwards(go, () -> cancel(from.clerk(), request))));
                go.countDown();
                refusals = Arrays.asList(both.get(0).get(), both.get(1).get());
            } finally {
                two.shutdownNow();
            }
            assertThat(refusals).containsOnlyOnce((Throwable) null);
            assertThat(refusals).filteredOn(Objects::nonNull).allSatisfy(refusal -> assertThat(refusal)
                    .isInstanceOf(Refused.class));
            assertThat(life.request(request)).isIn("REFUSED", "CANCELLED");
        }
    }

    private static Throwable afterwards(CountDownLatch go, Runnable action) throws InterruptedException {
        go.await();
        try {
            action.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private String claim(CurrentUser who, String code, LocalDate birthDate) {
        return life.take(who, "transfer.claim", "", Map.of("code", code, "birthDate", birthDate, "reason", REASON));
    }

    private void cancel(CurrentUser who, String request) {
        life.take(who, "transfer.cancel", request, Map.of("reason", REASON));
    }

    private String step(String request) {
        return page(from.principal(), request).request().step();
    }

    private long daysLeft(String request, String element) {
        long hours = ChronoUnit.HOURS.between(
                clock.instant().minusSeconds(60),
                timer(request, element).getDuedate().toInstant());
        return hours / 24;
    }
}
