package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocba.signing.SignPacketsTest.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.signing.SigningWorld.Person;
import vn.hocba.signing.SigningWorld.School;
import vn.hocba.signing.session.Entered;
import vn.hocba.signing.session.KeyHolder;
import vn.hocba.signing.session.SigningSession;

@SigningTest
class UnlockTest {

    @Autowired
    SigningWorld world;

    @Autowired
    SigningSessions sessions;

    @Autowired
    SandboxAuthority authority;

    @Autowired
    CertificateMappings mappings;

    @Autowired
    Session session;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    SigningPolicy policy;

    School school;

    @BeforeEach
    void aSchool() {
        school = world.school();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theKeyIsUnlockedByItsHolderAndThePinIsCleared() {
        char[] pin = SigningWorld.PIN.toCharArray();
        Person homeroom = school.homeroom();

        try (SigningSession key =
                session.as(homeroom.user(), () -> sessions.open(KeyHolder.person(homeroom.id()), Entered.pin(pin)))) {
            assertThat(key.identifier()).isEqualTo(homeroom.cccd());
        }
        assertThat(pin).containsOnly('\0');
    }

    @Test
    void nobodyUnlocksTheKeyOfAnother() {
        assertRefused(
                "signing.not-your-key",
                () -> session.as(
                        school.principal().user(),
                        () -> sessions.open(KeyHolder.person(school.homeroom().id()), SigningWorld.pin())));
        assertRefused(
                "identity.not-signed-in",
                () -> sessions.open(KeyHolder.person(school.homeroom().id()), SigningWorld.pin()));
    }

    @Test
    void onlyTheClerkOfTheSchoolUnlocksItsSeal() {
        School elsewhere = world.school();

        assertRefused(
                "identity.role-missing",
                () -> session.as(
                        school.principal().user(),
                        () -> sessions.open(KeyHolder.unit(school.id()), SigningWorld.pin())));
        assertRefused(
                "identity.other-unit",
                () -> session.as(
                        elsewhere.clerk().user(),
                        () -> sessions.open(KeyHolder.unit(school.id()), SigningWorld.pin())));
    }

    @Test
    void aWrongPinIsCountedEvenWhenTheCallerRollsBack() {
        assertRefused("signing.pin-wrong", () -> transaction.execute(status -> unlock("000000")));
        assertRefused("signing.pin-wrong", () -> transaction.execute(status -> unlock("000000")));

        assertThat(jdbc.sql("select k.wrong_pins from sandbox_key k join certificate c on c.id = k.certificate_id"
                                + " where c.owner_id = ?")
                        .param(school.homeroom().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theFifthWrongPinLocksTheKeyForAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            assertRefused("signing.pin-wrong", () -> unlock("000000"));
        }
        assertRefused("signing.pin-wrong-locked", () -> unlock("000000"));
        assertRefused("signing.pin-locked", () -> unlock(SigningWorld.PIN));

        clock.advance(Duration.ofMinutes(16));

        assertThat(unlock(SigningWorld.PIN).identifier())
                .isEqualTo(school.homeroom().cccd());
    }

    @Test
    void aRightPinForgetsTheWrongOnes() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertRefused("signing.pin-wrong", () -> unlock("000000"));
            }
            assertThat(unlock(SigningWorld.PIN)).isNotNull();
        }
    }

    @Test
    void aCertificateThatIsMissingRevokedOrExpiredIsRefusedBeforeThePinIsTried() {
        Person newcomer = world.person(school.id(), "Lường Thị Mới", Role.TEACHER);
        String serial = session.as(
                        school.admin().user(),
                        () -> authority.certificateOf(school.principal().id()))
                .orElseThrow()
                .serial();
        session.run(school.admin().user(), () -> authority.revoke(serial, "mất điện thoại"));

        assertRefused("signing.no-certificate", () -> unlock(newcomer, "000000"));
        assertRefused("signing.certificate-revoked", () -> unlock(school.principal(), "000000"));
        clock.advance(Duration.ofDays(4 * 365));
        assertRefused("signing.certificate-expired", () -> unlock(school.homeroom(), "000000"));
    }

    @Test
    void aCertificateWithAnotherPersonsNumberNeedsAnApprovedMapping() {
        Person homeroom = school.homeroom();
        jdbc.sql("update staff set personal_id = '001000000000' where id = ?")
                .param(homeroom.id())
                .update();
        assertRefused("signing.other-person", () -> unlock(SigningWorld.PIN));
        String serial = session.as(homeroom.user(), () -> authority.certificateOf(homeroom.id()))
                .orElseThrow()
                .serial();

        session.run(
                school.admin().user(),
                () -> mappings.approve(serial, homeroom.id(), "đổi số định danh, có giấy xác nhận"));

        assertThat(unlock(SigningWorld.PIN).serial()).isEqualTo(serial);
    }

    @Test
    void theSealsCertificateMustCarryTheSchoolsTaxCode() {
        jdbc.sql("update org_unit set tax_code = '0999999999' where id = ?")
                .param(school.id())
                .update();

        assertRefused("signing.other-school", () -> world.seal(school));
    }

    @Test
    void whoLeftTheSchoolDoesNotSignAnyMore() {
        jdbc.sql("update staff set working = false where id = ?")
                .param(school.homeroom().id())
                .update();

        assertRefused("signing.left-school", () -> unlock(SigningWorld.PIN));
    }

    @Test
    void issuingAgainKeepsTheValidCertificate() {
        CertificateView again = session.as(school.admin().user(), () -> world.issue(school.homeroom()));

        assertThat(session.as(
                        school.admin().user(),
                        () -> authority.certificateOf(school.homeroom().id())))
                .contains(again);
        assertThat(unlock(SigningWorld.PIN).serial()).isEqualTo(again.serial());
    }

    @Test
    void onlyTheSchoolsAdminIssues() {
        assertRefused(
                "identity.role-missing",
                () -> session.as(school.principal().user(), () -> world.issue(school.homeroom())));
    }

    @Test
    void everyCertificateSaysThatItHasNoLegalValue() {
        CertificateView view = session.as(
                        school.admin().user(),
                        () -> authority.certificateOf(school.homeroom().id()))
                .orElseThrow();

        assertThat(view.subject()).contains("SANDBOX - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ", "CCCD:", "Nguyễn Thị Hoa");
    }

    @Test
    void theSecretOfTheInstallationIsReadableByItsOwnerOnly() throws Exception {
        Path file = policy.secretFile();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private SigningSession unlock(String pin) {
        return unlock(school.homeroom(), pin);
    }

    private SigningSession unlock(Person person, String pin) {
        return session.as(
                person.user(), () -> sessions.open(KeyHolder.person(person.id()), Entered.pin(pin.toCharArray())));
    }
}
