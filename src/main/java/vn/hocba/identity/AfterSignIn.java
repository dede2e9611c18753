package vn.hocba.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Once the password was right: the browser is known from now on, and where another person was signed in by it, that session ends with everything that is open in it.
 * Otherwise a page of the one would go on in the name of the other.
 */
class AfterSignIn implements SessionAuthenticationStrategy {

    private final KnownDevices devices;

    AfterSignIn(KnownDevices devices) {
        this.devices = devices;
    }

    @Override
    public void onAuthentication(Authentication known, HttpServletRequest request, HttpServletResponse response) {
        if (known.getPrincipal() instanceof SignedIn person) {
            String accountId = person.user().accountId();
            OpenSession.of(request)
                    .filter(before -> !before.user().accountId().equals(accountId))
                    .ifPresent(before -> request.getSession().invalidate());
            devices.remember(accountId, request, response);
        }
    }
}
