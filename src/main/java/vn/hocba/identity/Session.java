package vn.hocba.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Tells who is acting in the current thread. */
@Component
public class Session {

    /** Apart from Spring's context: in a thread of a screen that one always answers with the person who is signed in there. */
    private final ThreadLocal<CurrentUser> standIn = new ThreadLocal<>();

    /** @throws Refused when nobody is signed in */
    public CurrentUser user() {
        return find().orElseThrow(() -> new Refused("identity.not-signed-in"));
    }

    public Optional<CurrentUser> find() {
        CurrentUser acting = standIn.get();
        if (acting != null) {
            return Optional.of(acting);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser signedIn
                ? Optional.of(signedIn.user())
                : Optional.empty();
    }

    /** Does something in the name of a user: batches after their request has ended, rehearsals, and nothing else. */
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
