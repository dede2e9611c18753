package vn.hocba.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a try to sign in comes from: its address, and the browser's cookie ({@link KnownDevices}). */
class SignInRequest extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final transient String deviceCookie;

    SignInRequest(HttpServletRequest request) {
        super(request);
        deviceCookie = KnownDevices.cookie(request);
    }

    /** As it was sent; null without one. */
    String deviceCookie() {
        return deviceCookie;
    }
}
