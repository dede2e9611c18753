package vn.hocba.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, which says what went wrong: {@code ?error}, {@code ?wait=seconds}, or {@code ?busy=seconds} when others are the cause. */
class SignInFailure implements AuthenticationFailureHandler {

    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof TooManySignIns tooMany
                ? (tooMany.isOfMany() ? "busy=" : "wait=") + tooMany.seconds()
                : "error";
        redirect.sendRedirect(request, response, "/login?" + reason);
    }
}
