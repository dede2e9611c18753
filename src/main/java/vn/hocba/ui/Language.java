package vn.hocba.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import vn.hocba.shared.Texts;

/** Which language a browser asked for; remembered in a cookie, Vietnamese until asked otherwise. */
final class Language {

    static final String COOKIE = "hocba-language";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private Language() {}

    static Locale of(VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        boolean english = cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(c -> COOKIE.equals(c.getName())
                                && Locale.ENGLISH.getLanguage().equals(c.getValue()));
        return english ? Locale.ENGLISH : Texts.VIETNAMESE;
    }

    static boolean isEnglish() {
        return Locale.ENGLISH.getLanguage().equals(Wording.locale().getLanguage());
    }

    /** The other language, remembered; the page is built again in it. */
    static void switchOver() {
        Locale wanted = isEnglish() ? Texts.VIETNAMESE : Locale.ENGLISH;
        Cookie cookie = new Cookie(COOKIE, wanted.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(wanted);
        UI.getCurrent().getPage().reload();
    }
}
