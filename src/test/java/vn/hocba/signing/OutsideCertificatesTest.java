package vn.hocba.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocba.audit.AuditLog;
import vn.hocba.fixture.ReleasedRecords;
import vn.hocba.fixture.ReleasedRecords.School;
import vn.hocba.fixture.ReleasedRecordsTest;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.school.DeclareTaxCode;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.shared.Refused;
import vn.hocba.signing.CertificateApprovals.Waiting;
import vn.hocba.signing.CertificateMaker.Made;
import vn.hocba.signing.CertificateMaker.Validity;
import vn.hocba.signing.HandInCertificate.Outcome;
import vn.hocba.signing.session.Confirmation;
import vn.hocba.signing.session.KeyHolder;

/** Certificates of other authorities: handed in, approved or refused where they do not bear the CCCD, and the tax code that a seal has to bear. */
@ReleasedRecordsTest
class OutsideCertificatesTest {

    private static final String BECAUSE = "Ban Cơ yếu cấp theo công văn 12/CY";
    private static final String OTHER = "001099000001";

    @Autowired
    ReleasedRecords world;

    @Autowired
    HandInCertificate handIn;

    @Autowired
    CertificateApprovals approvals;

    @Autowired
    DeclareTaxCode taxCode;

    @Autowired
    SigningSessions sessions;

    @Autowired
    AuthorityKeys authority;

    @Autowired
    SchoolDirectory directory;

    @Autowired
    AuditLog audit;

    @Autowired
    Session session;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    School school;
    KeyHolder principal;

    @BeforeEach
    void aSchool() {
        school = world.school();
        principal = KeyHolder.person(school.principal().staffId());
    }

    @Test
    void aCertificateThatBearsTheCccdIsRegisteredAtOnceAndSignsByItsProvider() {
        assertThat(handIn(principal, pem(made("CCCD:" + cccd())))).isEqualTo(Outcome.REGISTERED);

        assertThat(waiting()).isEmpty();
        assertThat(asks()).isEqualTo(new Confirmation.Later("Điện thoại SmartSign"));
        assertThat(handIn.providers()).containsOnlyKeys(Phone.NAME);
    }

    @Test
    void theSealIsRegisteredWhereItBearsTheTaxCodeAndRefusedWhereItDoesNot() {
        KeyHolder seal = KeyHolder.unit(school.unit().id());

        assertThat(handIn(seal, der(made("MST:" + school.unit().taxCode())))).isEqualTo(Outcome.REGISTERED);
        refused("signing.other-school", () -> handIn(seal, der(made("MST:0999999999"))));
    }

    @Test
    void oneWithAnotherCccdWaitsAndSignsOnceItIsApprovedWithAReason() {
        byte[] file = der(made("CCCD:" + OTHER));
        assertThat(handIn(principal, file)).isEqualTo(Outcome.WAITS);
        assertThat(handIn(principal, file)).isEqualTo(Outcome.WAITS);
        assertThat(asks()).isInstanceOf(Confirmation.Pin.class);
        Waiting one = waiting().get(0);
        assertThat(waiting()).hasSize(1);
        assertThat(one.holder()).isEqualTo(school.principal().displayName());
        assertThat(one.bears()).isEqualTo("0001");
        assertThat(one.known()).isEqualTo(cccd().substring(8));
        assertThat(one.issuer()).isNotBlank();
        refused("signing.claim-reason", () -> approve(one, "ngắn"));

        approve(one, BECAUSE);

        assertThat(waiting()).isEmpty();
        assertThat(asks()).isEqualTo(new Confirmation.Later("Điện thoại SmartSign"));
        assertThat(audit.of(principal.id()))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("signing.mapping-approved"))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("signing.certificate-claimed"));
        refused("signing.claim-decided", () -> approve(one, BECAUSE));
    }

    @Test
    void oneThatWasRefusedDoesNotSignAndIsNotHandedInAgain() {
        byte[] file = der(made("CCCD:" + OTHER));
        handIn(principal, file);
        Waiting one = waiting().get(0);

        session.run(school.admin(), () -> approvals.refuse(one.serial(), one.staffId(), BECAUSE));

        assertThat(waiting()).isEmpty();
        assertThat(asks()).isInstanceOf(Confirmation.Pin.class);
        refused("signing.claim-refused", () -> handIn(principal, file));
        refused("signing.claim-decided", () -> approve(one, BECAUSE));
        assertThat(audit.of(principal.id()))
                .anySatisfy(line -> assertThat(line.action()).isEqualTo("signing.mapping-refused"));
    }

    @Test
    void oneInTheRegisterWaitsTooOnceItsHolderIsKnownByAnotherCccd() {
        handIn(principal, der(made("CCCD:" + cccd())));
        assertThat(waiting()).isEmpty();
        jdbc.sql("update staff set personal_id = ? where id = ?")
                .params(OTHER, principal.id())
                .update();

        List<Waiting> waiting = waiting();

        // That of the sandbox as well.
        assertThat(waiting).hasSize(2).allMatch(one -> one.known().equals("0001"));
        approve(waiting.get(0), BECAUSE);
        session.run(
                school.admin(),
                () -> approvals.refuse(waiting.get(1).serial(), waiting.get(1).staffId(), BECAUSE));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nobodyDecidesButAnotherAdminOfTheSchool() {
        CurrentUser admin = school.admin();
        handIn(KeyHolder.person(admin.staffId()), der(made("CCCD:" + OTHER)));
        Waiting own = waiting().get(0);
        refused("signing.claim-own", () -> approve(own, BECAUSE));
        for (CurrentUser other : List.of(
                world.school().admin(), school.principal(), school.clerk(), school.homeroom(), school.official())) {
            assertThatThrownBy(() -> session.run(other, () -> approvals.approve(own.serial(), own.staffId(), BECAUSE)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> session.run(other, () -> approvals.refuse(own.serial(), own.staffId(), BECAUSE)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() ->
                            session.as(other, () -> handIn.handIn(principal, Phone.NAME, der(made("CCCD:" + cccd())))))
                    .isInstanceOf(Refused.class);
        }
        assertThat(session.as(world.school().admin(), () -> approvals.waiting()))
                .isEmpty();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void whatIsNoUsableCertificateIsNotTaken() {
        byte[] good = der(made("CCCD:" + cccd()));
        String key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
        byte[] withKey = (key + new String(pem(made("CCCD:" + cccd())), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);

        refused("signing.private-key-in-file", () -> handIn(principal, withKey));
        refused("signing.no-certificate-file", () -> handIn(principal, new byte[] {1, 2, 3}));
        refused(
                "signing.no-provider",
                () -> session.as(school.admin(), () -> handIn.handIn(principal, SandboxProvider.NAME, good)));
        refused(
                "signing.certificate-run-out",
                () -> handIn(
                        principal,
                        der(CertificateMaker.holder(
                                "Lê Văn H'Lâm",
                                "Trường",
                                "CCCD:" + cccd(),
                                Validity.starting(clock.instant().minus(Duration.ofDays(20)), Duration.ofDays(10)),
                                authority.get().issuing()))));
        Made stranger = CertificateMaker.root(BigInteger.TEN, Validity.starting(clock.instant(), Duration.ofDays(365)));
        for (String identifier : List.of("CCCD:" + cccd(), "CCCD:" + OTHER)) {
            refused(
                    "signing.certificate-unusable",
                    () -> handIn(
                            principal,
                            der(CertificateMaker.holder(
                                    "Lê Văn H'Lâm",
                                    "Trường",
                                    identifier,
                                    Validity.starting(clock.instant(), Duration.ofDays(10)),
                                    stranger))));
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theAdminEntersTheTaxCodeOfTheOwnSchoolOnceAndNobodyElseDoes() {
        String id = school.unit().id();
        refused("school.tax-code.known", () -> declare(school.admin(), "0312345678"));
        jdbc.sql("update org_unit set tax_code = null where id = ?").param(id).update();
        for (CurrentUser other : List.of(school.principal(), school.clerk(), school.homeroom(), school.official())) {
            assertThatThrownBy(() -> declare(other, "0312345678")).isInstanceOf(Refused.class);
        }
        refused("school.tax-code.form", () -> declare(school.admin(), "12345"));
        refused(
                "school.tax-code.of-another",
                () -> declare(school.admin(), school.province().taxCode()));

        declare(school.admin(), " " + school.unit().taxCode() + "-001 ");

        assertThat(directory.unit(id).taxCode()).isEqualTo(school.unit().taxCode() + "-001");
        assertThat(audit.of(id)).anySatisfy(line -> assertThat(line.action()).isEqualTo("unit.tax-code-declared"));
        refused("school.tax-code.known", () -> declare(school.admin(), "0312345678"));
    }

    private void declare(CurrentUser who, String code) {
        session.run(who, () -> taxCode.declare(code));
    }

    private Outcome handIn(KeyHolder holder, byte[] file) {
        return session.as(school.admin(), () -> handIn.handIn(holder, Phone.NAME, file));
    }

    private void approve(Waiting one, String reason) {
        session.run(school.admin(), () -> approvals.approve(one.serial(), one.staffId(), reason));
    }

    private List<Waiting> waiting() {
        return session.as(school.admin(), () -> approvals.waiting());
    }

    private Confirmation asks() {
        return session.as(school.principal(), () -> sessions.asks(principal));
    }

    private String cccd() {
        return directory.staff(principal.id()).personalId();
    }

    private Made made(String identifier) {
        return CertificateMaker.holder(
                "Lê Văn H'Lâm",
                "Trường",
                identifier,
                Validity.starting(clock.instant(), Duration.ofDays(365)),
                authority.get().issuing());
    }

    private static byte[] der(Made made) {
        try {
            return made.certificate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate just made has an encoding", e);
        }
    }

    private static byte[] pem(Made made) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(der(made))
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key())
                .isEqualTo(key));
    }
}
