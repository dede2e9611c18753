package vn.hocba.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anything reads a request: how large its body may be. Whoever reads it later keeps it in memory as a whole, and anyone may send one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestSizes extends OncePerRequestFilter {

    /** A user name and a password. */
    private static final long SIGN_IN = 16L * 1024;

    /** What a screen sends for somebody who has not signed in: a few words in a form. What is read of it grows many times over in memory. */
    private static final long VISITOR = 64L * 1024;

    /** What a screen sends for a person, such as a worksheet that was pasted. */
    private static final long SCREEN = 4L * 1024 * 1024;

    /** The largest file of an upload field, and what the browser writes around it. */
    private static final long UPLOAD = 11L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean person = OpenSession.of(request).isPresent();
        boolean upload = path.startsWith("/VAADIN/dynamic/resource/");
        long limit = limit(path, person, upload);
        if (isPush(request, path) && !person) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getContentLengthLong() > limit) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!upload && isMultipart(request)) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Measured(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long limit(String path, boolean person, boolean upload) {
        if (path.equals("/login")) {
            return SIGN_IN;
        }
        if (!person) {
            return VISITOR;
        }
        return upload ? UPLOAD : SCREEN;
    }

    /** An open line to the browser holds memory for as long as it is there; screens of visitors do without. */
    private static boolean isPush(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        return path.startsWith("/VAADIN/push")
                || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || query != null && Arrays.asList(query.split("&")).contains("v-r=push");
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        // The rest of the body is not waited for.
        response.setHeader("Connection", "close");
        response.setContentLength(0);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** A request that does not say how long it is: read up to the limit, and no further. */
    private static final class Measured extends HttpServletRequestWrapper {

        private final long limit;
        private ServletInputStream body;

        private Measured(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new MeasuredBody(super.getInputStream(), limit);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static final class MeasuredBody extends ForwardedBody {

        private long left;

        private MeasuredBody(ServletInputStream body, long limit) {
            super(body);
            this.left = limit;
        }

        @Override
        void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the body of the request is too large");
            }
        }
    }
}
