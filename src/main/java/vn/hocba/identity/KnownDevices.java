package vn.hocba.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows a browser by which a person has signed in before, from a cookie: a name of the browser that nobody guesses, and a seal for each of its people. A seal is
 * made with what is stored of the password, so that it ends with the password, outlasts a restart and counts on every node; the salt in it keeps the password from
 * being guessed by it. It opens nothing: it only says whose mistakes are counted apart from everybody else's.
 */
@Component
class KnownDevices {

    static final String COOKIE = "hocba-device";

    private static final Duration KEPT = Duration.ofDays(180);

    /** Of one browser, such as that of a staff room; who signed in longest ago is dropped. */
    private static final int MOST_PEOPLE = 60;

    private static final int NAME_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 64 + MOST_PEOPLE * 32;

    private final AccountRepository accounts;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** The cookie of a request as it was sent; null without one. */
    static String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** The name of the browser, if the account has signed in by it since it got its password. */
    Optional<String> knownFor(String username, String cookie) {
        return parts(cookie)
                .filter(parts -> accounts.findByUsername(username)
                        .filter(account -> account.active && account.password != null)
                        .map(account -> seal(parts.get(0), account))
                        .filter(seal -> parts.stream().skip(1).anyMatch(other -> equal(seal, other)))
                        .isPresent())
                .map(parts -> parts.get(0));
    }

    /** From now on this browser is known for the account. */
    void remember(String accountId, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = accounts.findById(accountId).filter(found -> found.password != null);
        if (account.isEmpty()) {
            return;
        }
        List<String> before = parts(cookie(request)).orElseGet(() -> List.of(newName()));
        String own = seal(before.get(0), account.get());
        List<String> parts = new ArrayList<>(List.of(before.get(0), own));
        before.stream()
                .skip(1)
                .filter(other -> !other.equals(own))
                .limit(MOST_PEOPLE - 1L)
                .forEach(parts::add);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, String.join(".", parts))
                        .path(request.getContextPath() + "/login")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static Optional<List<String>> parts(String cookie) {
        return cookie != null && cookie.length() <= LONGEST && cookie.matches("[\\w-]{22}(\\.[\\w-]{22})*")
                ? Optional.of(List.of(cookie.split("\\.")))
                : Optional.empty();
    }

    private String newName() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return text(name);
    }

    private static String seal(String device, Account account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(account.password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seal = mac.doFinal((device + account.id()).getBytes(StandardCharsets.UTF_8));
            return text(Arrays.copyOf(seal, SEAL_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean equal(String seal, String other) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
