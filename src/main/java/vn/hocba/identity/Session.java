package vn.hocba.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;

/** Tells who is acting in the current thread. */
@Component
public class Session {

    /** @throws Refused when nobody is signed in */
    public CurrentUser user() {
        return find().orElseThrow(() -> new Refused("identity.not-signed-in"));
    }

    public Optional<CurrentUser> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser signedIn
                ? Optional.of(signedIn.user())
                : Optional.empty();
    }

    /** Does something in the name of a user: batches after their request has ended, rehearsals, and nothing else. */
    public <T> T as(CurrentUser user, Supplier<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedInUser principal = new SignedInUser(user, null);
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, SignedInUser.authorities(user)));
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
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
