package vn.hocba.identity;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before each request: the rights of this moment take the place of those at the sign-in, and whose account was closed, or who signed in too long ago, is signed
 * out and told so by the login page.
 */
class FreshRights extends OncePerRequestFilter {

    private final AccountStanding standing;
    private final Duration longestSession;
    private final Clock clock;
    private final SecurityContextHolderStrategy holder = SecurityContextHolder.getContextHolderStrategy();
    private final HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();

    FreshRights(AccountStanding standing, Duration longestSession, Clock clock) {
        this.standing = standing;
        this.longestSession = longestSession;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = holder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<CurrentUser> now = standing.of(signedIn.user().accountId());
        if (now.isEmpty()) {
            end(request, response, known, "closed");
        } else if (Duration.between(signedIn.since(), clock.instant()).compareTo(longestSession) > 0) {
            end(request, response, known, "ended");
        } else {
            if (!now.get().equals(signedIn.user())) {
                replace(
                        SignedInUser.authentication(now.get(), signedIn.since(), known.getDetails()),
                        request,
                        response);
            }
            stayAsLongAsPeopleDo(request);
            chain.doFilter(request, response);
        }
    }

    private void replace(Authentication fresh, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = holder.createEmptyContext();
        context.setAuthentication(fresh);
        holder.setContext(context);
        kept.saveContext(context, request, response);
    }

    /** The session began as a visitor's, which ends sooner ({@link VisitorSessions}). */
    private static void stayAsLongAsPeopleDo(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        int seconds = request.getServletContext().getSessionTimeout() * 60;
        if (session != null && session.getMaxInactiveInterval() != seconds) {
            session.setMaxInactiveInterval(seconds);
        }
    }

    /** An open tab goes to the login page, which says why; whatever else the browser asks for by itself is only refused. */
    private static void end(
            HttpServletRequest request, HttpServletResponse response, Authentication known, String reason)
            throws IOException {
        String login = request.getContextPath() + "/login?" + reason;
        if (isAction(request)) {
            signOut(request, response, known);
            response.setContentType("application/json;charset=UTF-8");
            // Without words of its own the notification is not shown: the browser goes to the address.
            response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, login));
        } else if (wantsPage(request)) {
            signOut(request, response, known);
            response.sendRedirect(login);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void signOut(HttpServletRequest request, HttpServletResponse response, Authentication known) {
        new SecurityContextLogoutHandler().logout(request, response, known);
    }

    /** Not {@code getParameter}: that would read the body. */
    private static boolean isAction(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && Arrays.asList(query.split("&")).contains("v-r=uidl");
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod()) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
