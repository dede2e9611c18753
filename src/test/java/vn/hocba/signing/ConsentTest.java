package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.desk.OfficeTest;
import vn.hocba.desk.OfficeWorld;
import vn.hocba.desk.inbox.ResumeBatch;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Texts;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.workflow.BatchState;
import vn.hocba.workflow.Batches;

/** The teachers sign by PIN, the principal by a consent on the phone; in a school of its own, whose classes are half signed afterwards. */
@OfficeTest
class ConsentTest {

    OfficeWorld world;

    @Autowired
    Phone phone;

    @Autowired
    PhoneOwners owners;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    SignPrincipal signPrincipal;

    @Autowired
    ResumeBatch resume;

    @Autowired
    Batches batches;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HolderCertificates holders;

    @Autowired
    SchoolDirectory directory;

    CurrentUser principal;
    String cccd;

    @Autowired
    void ownSchool(OfficeWorld office) {
        world = office.ownOf(ConsentTest.class);
    }

    @BeforeEach
    void aPrincipal() {
        world.school();
        principal = world.someone(Role.PRINCIPAL);
        cccd = directory.staff(principal.staffId()).personalId();
        if (session.as(principal, () -> authority.certificateOf(principal.staffId()))
                .filter(certificate -> !certificate.isRevoked())
                .isEmpty()) {
            owners.give(world.someone(Role.SCHOOL_ADMIN), principal.staffId());
        }
    }

    @AfterEach
    void asBefore() {
        clock.reset();
        phone.isReachable(true);
        phone.isProgram(false);
        phone.isBroken(false);
        account(true);
        staff(cccd, true);
    }

    @Test
    void thePrincipalIsAskedOnThePhoneAfterEverythingIsPreparedAndNothingIsLockedMeanwhile() {
        String batch = asked("1A");

        Batches.Progress waiting = progress(batch);
        int records = world.records("1A").size();
        assertThat(waiting.waiting()).isEqualTo(records);
        assertThat(phone.asked(batch)).isEqualTo(records);
        assertThat(waiting.missing())
                .isInstanceOfSatisfying(Confirmation.Consent.class, consent -> assertThat(consent.link())
                        .endsWith(batch));
        assertThat(states("1A")).containsExactly("PRINCIPAL");

        phone.turnDown(batch);

        Batches.Progress ended = awaitEnd(batch);
        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message()).contains("người ký bấm Từ chối");
        nothingWasSigned("1A");
        nothingIsLeftOf(batch);
    }

    @Test
    void aConsentThatIsNotGivenInTimeSignsNothingAndTheClassIsSignedAtTheNextTry() {
        String batch = asked("2A");
        phone.isReachable(false);
        clock.advance(Phone.PATIENCE.plusSeconds(1));

        Batches.Progress ended = awaitEnd(batch);

        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message()).contains("hết thời gian chờ xác nhận");
        nothingWasSigned("2A");
        nothingIsLeftOf(batch);
        phone.isReachable(true);
        String again = start("2A");
        await().until(() -> progress(again).missing() != null);
        phone.confirm(again, 0);
        assertThat(awaitEnd(again).isComplete()).isTrue();
        assertThat(states("2A")).containsExactly("SEALING");
        assertThat(packet("2A")).contains("<TU_CACH_KY>");
        nothingIsLeftOf(again);
    }

    @Test
    void aValueThatBelongsToAnotherRecordIsRefusedAndNotKept() {
        String batch = asked("3A");

        phone.mixUp(batch);

        Batches.Progress ended = awaitEnd(batch);
        assertThat(ended.state()).isEqualTo(BatchState.FINISHED);
        assertThat(ended.failed()).isEqualTo(world.records("3A").size());
        assertThat(ended.remarks())
                .allSatisfy(remark -> assertThat(remark.reason()).contains("không khớp với nội dung"));
        nothingWasSigned("3A");
        nothingIsLeftOf(batch);
    }

    @Test
    void anAnswerThatIsOfNoUseHoldsUpNobodyElseAndIsWaitedForNoLongerThanAnyOther() {
        String useless = asked("3A");
        String other = asked("1A");
        phone.losesTheValues(useless);

        phone.turnDown(other);

        assertThat(awaitEnd(other).message()).contains("người ký bấm Từ chối");
        assertThat(progress(useless).missing()).isInstanceOf(Confirmation.Consent.class);
        clock.advance(Phone.PATIENCE.plusSeconds(1));
        assertThat(awaitEnd(useless).message()).contains("hết thời gian chờ xác nhận");
        nothingWasSigned("3A");
        nothingIsLeftOf(useless);
    }

    @Test
    void whatWasConfirmedIsPassedOverWhenTheCertificateIsRevokedBeforeItIsComplete() {
        staleBecause("4A", "đã bị thu hồi", batch -> {
            CurrentUser admin = world.someone(Role.SCHOOL_ADMIN);
            String serial = session.as(admin, () -> authority.certificateOf(principal.staffId()))
                    .orElseThrow()
                    .serial();
            session.run(admin, () -> authority.revoke(serial, "mất điện thoại"));
        });
    }

    @Test
    void aProviderThatCannotBeReachedStopsTheBatchAndIsAskedAtTheNextTry() {
        world.toPrincipal("5A");
        phone.isReachable(false);

        Batches.Progress ended = awaitEnd(start("5A"));

        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message()).contains("Chưa kết nối được với Điện thoại SmartSign");
        nothingWasSigned("5A");
        nothingIsLeftOf(ended.batchId());
        phone.isReachable(true);
        phone.isProgram(true);
        String again = start("5A");
        await().until(() -> progress(again).missing() != null);
        assertThat(progress(again).missing())
                .isInstanceOfSatisfying(Confirmation.Program.class, program -> assertThat(program.challenge())
                        .isEqualTo("73 15"));
        assertThatThrownBy(() -> session.run(principal, () -> resume.resume(again, SigningWorld.pin())))
                .hasMessageContaining("không chờ mã PIN");
        phone.confirm(again, 0);
        assertThat(awaitEnd(again).isComplete()).isTrue();
    }

    @Test
    void aProviderThatBreaksDownWhenItIsAskedStopsTheBatchAndDoesNotAskAgainAndAgain() {
        toPrincipal("4A");
        phone.isBroken(true);

        Batches.Progress ended = awaitEnd(start("4A"));

        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message()).contains("mã lỗi");
        assertThat(phone.timesAsked(ended.batchId())).isEqualTo(1);
        nothingWasSigned("4A");
        nothingIsLeftOf(ended.batchId());
    }

    @Test
    void aBatchThatWasLostAndCouldNotBePreparedMeanwhileIsPreparedAndAskedForLater() {
        String batch = asked("3A");
        jdbc.sql("update signing_session set state = 'PREPARING', reference = null, asked_kind = null where id = ?")
                .param(batch)
                .update();
        jdbc.sql("insert into signing_draft (id, session_id, target_id, version_no, signed_at, hash)"
                        + " values ('not-any-more', ?, 'not-any-more', 1, current_timestamp, 'ab')")
                .param(batch)
                .update();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> phone.timesAsked(batch) == 2 && progress(batch).missing() != null);
        assertThat(phone.asked(batch)).isEqualTo(world.records("3A").size());

        phone.turnDown(batch);
        assertThat(awaitEnd(batch).state()).isEqualTo(BatchState.STOPPED);
        nothingIsLeftOf(batch);
    }

    @Test
    void whatWasConfirmedIsNotKeptForEverWhereTheAccountWasClosedMeanwhile() {
        String batch = asked("1A");
        account(false);

        phone.confirm(batch, 0);

        Batches.Progress ended = awaitEnd(batch);
        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message()).contains("đã ngừng sử dụng");
        nothingWasSigned("1A");
        nothingIsLeftOf(batch);
    }

    @Test
    void whatWasConfirmedIsNotSignedWithACertificateThatIsNotThePersonsAnyMore() {
        String batch = asked("1A");
        staff("000000000000", true);

        phone.confirm(batch, 0);

        Batches.Progress ended = awaitEnd(batch);
        assertThat(ended.state()).isEqualTo(BatchState.STOPPED);
        assertThat(ended.message())
                .isEqualTo(Texts.vi(
                        "signing.other-person",
                        directory.staff(principal.staffId()).fullName()));
        nothingWasSigned("1A");
        nothingIsLeftOf(batch);
    }

    @Test
    void whoHasLeftTheSchoolSignsNothingThatIsConfirmedAfterwards() {
        String batch = asked("1A");
        staff(cccd, false);

        phone.confirm(batch, 0);

        assertThat(awaitEnd(batch).message()).isEqualTo(Texts.vi("signing.left-school"));
        nothingWasSigned("1A");
        nothingIsLeftOf(batch);
    }

    @Test
    void aSessionThatGoesOnAsksAgainWhoseItsCertificateIs() {
        String school = world.school().id();
        world.certify(school);
        String serial = session.as(world.someone(Role.CLERK), () -> authority.certificateOf(school))
                .orElseThrow()
                .serial();
        assertThat(holders.again(KeyHolder.unit(school), serial).identifier())
                .isEqualTo(world.school().taxCode());
        assertThatThrownBy(() -> holders.again(KeyHolder.person(principal.staffId()), serial))
                .hasMessage(Texts.vi("signing.no-certificate"));
        taxCode(school, "0300000000");
        try {
            assertThatThrownBy(() -> holders.again(KeyHolder.unit(school), serial))
                    .hasMessage(Texts.vi("signing.other-school"));
        } finally {
            taxCode(school, world.school().taxCode());
        }
    }

    private void taxCode(String school, String code) {
        jdbc.sql("update org_unit set tax_code = ? where id = ?")
                .params(code, school)
                .update();
    }

    private void staff(String personalId, boolean working) {
        jdbc.sql("update staff set personal_id = ?, working = ? where id = ?")
                .params(personalId, working, principal.staffId())
                .update();
    }

    private void account(boolean active) {
        jdbc.sql("update account set active = ? where id = ?")
                .params(active, principal.accountId())
                .update();
    }

    private void staleBecause(String className, String reason, Consumer<String> change) {
        String batch = asked(className);
        change.accept(batch);
        phone.confirm(batch, 0);
        Batches.Progress ended = awaitEnd(batch);
        assertThat(ended.stale()).isEqualTo(world.records(className).size());
        assertThat(ended.isComplete()).isFalse();
        assertThat(ended.remarks()).allSatisfy(remark -> assertThat(remark.reason())
                .startsWith("Bỏ qua, chưa ký")
                .contains(reason));
        nothingWasSigned(className);
        nothingIsLeftOf(batch);
    }

    private String asked(String className) {
        toPrincipal(className);
        String batch = start(className);
        await().atMost(Duration.ofSeconds(60)).until(() -> progress(batch).missing() != null);
        return batch;
    }

    /** Another test may have left it there. */
    private void toPrincipal(String className) {
        if (!states(className).equals(Set.of("PRINCIPAL"))) {
            world.toPrincipal(className);
        }
    }

    private String start(String className) {
        String classId = world.classNamed(className).id();
        assertThat(session.as(principal, () -> signPrincipal.asks(classId)))
                .isEqualTo(new Confirmation.Later("Điện thoại SmartSign"));
        return session.as(principal, () -> signPrincipal.start(classId, List.of(), Entered.nothing()));
    }

    private Batches.Progress progress(String batch) {
        return session.as(principal, () -> batches.progress(batch));
    }

    private Batches.Progress awaitEnd(String batch) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> progress(batch),
                        progress -> progress.state() == BatchState.FINISHED || progress.state() == BatchState.STOPPED);
    }

    private Set<String> states(String className) {
        return world.records(className).stream().map(world::state).collect(Collectors.toSet());
    }

    private void nothingWasSigned(String className) {
        assertThat(states(className)).containsExactly("PRINCIPAL");
        assertThat(jdbc.sql("select count(*) from record_signature s join year_record r on r.id = s.year_record_id"
                                + " where r.class_id = ? and s.slot = 'CBQL'")
                        .param(world.classNamed(className).id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Neither drafts nor what was asked. */
    private void nothingIsLeftOf(String batch) {
        await().until(() ->
                rows("signing_session where id = ?", batch) + rows("signing_draft where session_id = ?", batch) == 0);
    }

    private int rows(String from, String batch) {
        return jdbc.sql("select count(*) from " + from)
                .param(batch)
                .query(Integer.class)
                .single();
    }

    /** One of the packets of a class as it is now. */
    private String packet(String className) {
        byte[] packet = jdbc.sql("select packet from record_version where year_record_id = ? and state = 'CURRENT'")
                .param(world.records(className).get(0))
                .query((row, n) -> row.getBytes("packet"))
                .single();
        return new String(packet, StandardCharsets.UTF_8);
    }
}
