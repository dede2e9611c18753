package vn.hocba.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.identity.Accounts.NewAccount;
import vn.hocba.shared.UnitId;

@SpringBootTest
@ActiveProfiles("test")
@Transactional
class SignInTest {

    private static final SignInPolicy POLICY =
            new SignInPolicy(20, 100, Duration.ofMinutes(10), Duration.ofHours(12), Duration.ofMinutes(10));

    /** Stands still until it is moved. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2027-05-21T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final HandClock clock = new HandClock();
    private final AccountRepository accounts;
    private final Accounts store;
    private final Successions successions;
    private final SignInAttempts attempts;
    private final SignIn signIn;

    @Autowired
    SignInTest(
            AccountRepository accounts,
            Accounts store,
            Successions successions,
            PasswordEncoder encoder,
            KnownDevices devices) {
        this.accounts = accounts;
        this.store = store;
        this.successions = successions;
        attempts = new SignInAttempts(POLICY, clock);
        signIn = new SignIn(accounts, successions, encoder, attempts, devices, clock);
    }

    @BeforeEach
    void aTeacher() {
        put("gv.lan", "dung-mat-khau");
    }

    private void put(String username, String password) {
        store.put(new NewAccount(
                username, password, "Nguyễn Thị Lan", "Giáo viên", Set.of(Role.TEACHER), null, "th", "/so/th/"));
    }

    private Authentication tryWith(String username, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> tryWith("gv.lan", "sai")).isInstanceOf(BadCredentialsException.class);
        }
    }

    @Test
    void theRightPasswordGivesThePersonWithRolesAndWithoutThePasswordsHash() {
        Authentication known = tryWith("gv.lan", "dung-mat-khau");
        SignedInUser person = (SignedInUser) known.getPrincipal();
        assertThat(person.user().displayName()).isEqualTo("Nguyễn Thị Lan");
        assertThat(person.password()).isNull();
        assertThat(known.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_TEACHER");
    }

    @Test
    void anInactiveAccountAndOneWithoutPasswordCannotSignIn() {
        put("chi.oidc", null);
        accounts.findByUsername("gv.lan").orElseThrow().active = false;
        assertThatThrownBy(() -> tryWith("gv.lan", "dung-mat-khau")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> tryWith("chi.oidc", "")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void whoseSchoolIsNotThereAnyMoreIsToldSoAfterTheRightPasswordAlone() {
        successions.add(new UnitId("th"), new UnitId("th-moi"));
        accounts.findByUsername("gv.lan").orElseThrow().active = false;
        assertThatThrownBy(() -> tryWith("gv.lan", "dung-mat-khau"))
                .isInstanceOfSatisfying(
                        UnitClosed.class, closed -> assertThat(closed.unitId()).isEqualTo("th"));
        assertThatThrownBy(() -> tryWith("gv.lan", "sai")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void afterFiveWrongTriesEvenTheRightPasswordHasToWaitAndTheWaitGrows() {
        failTimes(5);
        assertThatThrownBy(() -> tryWith("gv.lan", "dung-mat-khau"))
                .isInstanceOfSatisfying(
                        TooManySignIns.class, wait -> assertThat(wait.seconds()).isEqualTo(30));
        clock.now = clock.now.plus(Duration.ofSeconds(31));
        failTimes(1);
        assertThatThrownBy(() -> tryWith("GV.LAN ", "dung-mat-khau"))
                .isInstanceOfSatisfying(
                        TooManySignIns.class, wait -> assertThat(wait.seconds()).isEqualTo(60));
    }

    @Test
    void aSuccessForgetsTheWrongTriesBefore() {
        failTimes(4);
        tryWith("gv.lan", "dung-mat-khau");
        failTimes(4);
        assertThat(tryWith("gv.lan", "dung-mat-khau").isAuthenticated()).isTrue();
    }

    @Test
    void anUnknownUserNameIsSlowedDownLikeAKnownOne() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tryWith("khong.co", "sai")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> tryWith("khong.co", "sai")).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void whatIsLongerThanAnyUserNameOrPasswordIsRefusedAndNotRemembered() {
        assertThatThrownBy(() -> tryWith("a".repeat(101), "sai")).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> tryWith("gv.lan", "x".repeat(201))).isInstanceOf(BadCredentialsException.class);
        assertThat(attempts.remembered()).isZero();
    }
}
