package vn.hocba.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says what went wrong: {@code ?error}, {@code ?moved=unit}, {@code ?wait=seconds}, or {@code ?busy=seconds} when others are the cause. */
class SignInFailure implements AuthenticationFailureHandler {

    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        redirect.sendRedirect(request, response, "/login?" + reason(failure));
    }

    private static String reason(AuthenticationException failure) {
        if (failure instanceof UnitClosed closed) {
            return "moved=" + closed.unitId();
        }
        return failure instanceof TooManySignIns tooMany
                ? (tooMany.isOfMany() ? "busy=" : "wait=") + tooMany.seconds()
                : "error";
    }
}
