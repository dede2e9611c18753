package vn.hocba.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Tells who is acting in the current thread, with the rights of this moment: those of the sign-in may have ended since. */
@Component
public class Session {

    /** Apart from Spring's context: in a thread of a screen that one always answers with the person who is signed in there. */
    private final ThreadLocal<CurrentUser> standIn = new ThreadLocal<>();

    private final AccountStanding standing;

    public Session(AccountStanding standing) {
        this.standing = standing;
    }

    /** @throws Refused when nobody is signed in, or the account was closed */
    public CurrentUser user() {
        return find().orElseThrow(() -> Refused.notAllowed("identity.not-signed-in"));
    }

    /** @throws Refused when somebody is signed in whose account was closed: that is not the same as nobody */
    public Optional<CurrentUser> find() {
        CurrentUser acting = standIn.get();
        if (acting != null) {
            return Optional.of(acting);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return Optional.of(standing.of(signedIn.user().accountId())
                .orElseThrow(() -> Refused.notAllowed("identity.account-closed")));
    }

    /** Does something in the name of a user, with the rights as given: batches after their request has ended, rehearsals, and nothing else. */
    public <T> T as(CurrentUser user, Supplier<T> action) {
        CurrentUser before = standIn.get();
        standIn.set(user);
        try {
            return action.get();
        } finally {
            if (before == null) {
                standIn.remove();
            } else {
                standIn.set(before);
            }
        }
    }

    /** As {@link #as(CurrentUser, Supplier)}, without a result. */
    public void run(CurrentUser user, Runnable action) {
        as(user, () -> {
            action.run();
            return null;
        });
    }
}
