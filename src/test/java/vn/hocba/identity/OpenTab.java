package vn.hocba.identity;

import java.time.Instant;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody who signed in a while ago and still has the page open. */
public final class OpenTab {

    private OpenTab() {}

    /** Does something in it. */
    public static void of(CurrentUser user, Runnable action) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedInUser.authentication(user, Instant.EPOCH, null));
        SecurityContextHolder.setContext(context);
        try {
            action.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
