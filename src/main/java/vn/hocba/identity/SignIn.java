package vn.hocba.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** The embedded sign-in: user name and password against our accounts, slower and slower after wrong tries. */
@Component
class SignIn extends DaoAuthenticationProvider {

    /** As long as a user name of an account can be. */
    static final int LONGEST_USERNAME = 100;

    static final int LONGEST_PASSWORD = 200;

    private static final int WAITING = 16;

    /** Not more on a large machine either: what is remembered of wrong tries has room for an hour of them. */
    private static final int MOST_AT_ONCE = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final AccountRepository accounts;
    private final SignInAttempts attempts;
    private final KnownDevices devices;
    private final Clock clock;
    private final PasswordSlots slots =
            new PasswordSlots(atOnce(Runtime.getRuntime().availableProcessors()), WAITING, LONGEST_WAIT);

    /** Of those who have signed in by the same browser before: a flood from elsewhere does not take their turn. */
    private final PasswordSlots slotsOfKnown = new PasswordSlots(1, WAITING, LONGEST_WAIT);

    SignIn(
            AccountRepository accounts,
            Successions successions,
            PasswordEncoder encoder,
            SignInAttempts attempts,
            KnownDevices devices,
            Clock clock) {
        super(username -> accounts.findByUsername(username)
                .filter(account -> account.password != null && (account.active || successions.isClosed(account.unitId)))
                .map(account -> new SignedInUser(account.toUser(), account.password, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException(username)));
        setPasswordEncoder(encoder);
        this.accounts = accounts;
        this.attempts = attempts;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        // Whatever cannot be right is neither remembered nor compared.
        if (asked.getName().length() > LONGEST_USERNAME
                || String.valueOf(asked.getCredentials()).length() > LONGEST_PASSWORD) {
            throw new BadCredentialsException("too long");
        }
        SignInAttempts.Try attempt = take(asked);
        Authentication known;
        try {
            known = (attempt.isByKnownDevice() ? slotsOfKnown : slots).compare(() -> super.authenticate(asked));
        } catch (BadCredentialsException wrong) {
            throw wrong;
        } catch (RuntimeException failed) {
            attempt.notMade();
            throw failed;
        }
        attempt.right();
        accounts.findByUsername(known.getName())
                .filter(account -> !account.active)
                .ifPresent(account -> {
                    throw new UnitClosed(account.unitId);
                });
        return SignedInUser.authentication(
                ((SignedInUser) known.getPrincipal()).user(), clock.instant(), known.getDetails());
    }

    private SignInAttempts.Try take(Authentication asked) {
        String cookie = asked.getDetails() instanceof SignInRequest request ? request.deviceCookie() : null;
        return devices.knownFor(asked.getName(), cookie)
                .map(device -> attempts.takeByKnown(asked.getName(), device))
                .orElseGet(() -> attempts.take(asked.getName(), address(asked)));
    }

    private static int atOnce(int cores) {
        return Math.max(1, Math.min(cores / 2, MOST_AT_ONCE));
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
    }
}
