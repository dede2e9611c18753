package vn.hocba.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.hocba.identity.WaitingBodies.Sender;
import vn.hocba.shared.ClientAddress;

/**
 * Lets nobody hold the server's threads by sending bodies slowly, or beginning them and sending no more. What is short is read before anything else is done with
 * the request; how long it may be says {@link RequestSizes}, behind this.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SlowBodies extends OncePerRequestFilter {

    /** What is longer is read by whom it is for. */
    private static final int SHORT = 64 * 1024;

    /** As {@code server.tomcat.max-http-form-post-size}: forms are only posted to sign in. */
    private static final int FORM = 16 * 1024;

    /** Of a body that is refused, so much is still read. */
    private static final int UNWANTED = 2 * 1024 * 1024 + SHORT;

    private static final String RETRY_SECONDS = "10";

    private final WaitingBodies waiting;
    private final Clock clock;

    SlowBodies(WaitingBodies waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Sender sender = sender(request);
        AwaitedBody body = new AwaitedBody(request.getInputStream(), waiting, sender, clock);
        boolean whole = false;
        try {
            if (is(request, "multipart/")) {
                file(request, response, chain, sender);
            } else {
                other(request, body, response, chain);
            }
            whole = request.isAsyncStarted() || body.isFinished() || isTakenIn(body, response);
        } finally {
            if (!whole) {
                request.setAttribute(UnreadBodies.UNREAD, true);
            }
        }
    }

    private void other(HttpServletRequest request, AwaitedBody body, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest read;
        try {
            read = read(request, body);
        } catch (AwaitedBody.Crowded crowded) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (IOException neverCame) {
            refuse(response, HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        } catch (IllegalArgumentException noForm) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (read == null) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(read, response);
        }
    }

    /** The container reads the parts of a file itself, so that each counts from its beginning to its end. */
    private void file(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Sender sender)
            throws ServletException, IOException {
        if (!waiting.enter(sender)) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            waiting.leave(sender);
        }
    }

    /** A browser looks at the answer when it has sent all: so some of what nobody wants is read as well, if it comes. */
    private static boolean isTakenIn(AwaitedBody body, HttpServletResponse response) {
        byte[] some = new byte[8192];
        try {
            response.flushBuffer();
            for (int left = UNWANTED; left > 0 && !body.isFinished(); ) {
                int read = body.read(some, 0, some.length);
                left -= Math.max(read, 1);
            }
            return body.isFinished();
        } catch (IOException tooSlow) {
            return false;
        }
    }

    /** Null where a form is too long. */
    private static HttpServletRequest read(HttpServletRequest request, AwaitedBody body) throws IOException {
        long length = request.getContentLengthLong();
        if (is(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            byte[] form = body.readNBytes(FORM + 1);
            return form.length > FORM ? null : ReadRequest.form(request, whole(form, length));
        }
        return length >= 0 && length <= SHORT
                ? ReadRequest.of(request, whole(body.readAllBytes(), length))
                : ReadRequest.of(request, body);
    }

    private static byte[] whole(byte[] body, long length) throws IOException {
        if (length >= 0 && body.length < length) {
            throw new IOException("the body of the request ended before its end");
        }
        return body;
    }

    private static Sender sender(HttpServletRequest request) {
        return OpenSession.of(request).isPresent()
                ? new Sender(true, request.getSession(false).getId())
                : new Sender(false, ClientAddress.group(request.getRemoteAddr()));
    }

    private static boolean is(HttpServletRequest request, String type) {
        String own = request.getContentType();
        return own != null && own.toLowerCase(Locale.ROOT).startsWith(type);
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        // The rest of the body is not waited for.
        response.setHeader("Connection", "close");
        response.setContentLength(0);
    }
}
