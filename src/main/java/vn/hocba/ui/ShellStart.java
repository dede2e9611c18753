package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import vn.hocba.shared.Texts;

/** Sets language, messages of the system and what happens with exceptions, for every session and page. */
@Component
class ShellStart implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent start) {
        start.getSource().setSystemMessagesProvider(info -> systemMessages(Language.of(VaadinRequest.getCurrent())));
        start.getSource().addSessionInitListener(session -> {
            session.getSession().setLocale(Language.of(session.getRequest()));
            session.getSession().setErrorHandler(ShellStart::show);
        });
        start.getSource().addUIInitListener(page -> watchConnection(page.getUI()));
        start.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", Language.of(page.getVaadinRequest()).getLanguage()));
    }

    /** An exception in a listener. Without a page (a background thread) there is only the log; a browser that has gone is no exception. */
    static void show(ErrorEvent event) {
        Throwable thrown = event.getThrowable();
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return;
        }
        UI ui = UI.getCurrent();
        String words = Problems.refusalIn(thrown)
                .map(refused -> refused.text(Wording.locale()))
                .orElseGet(() -> text("ui.error.notice", Problems.log(thrown)));
        if (ui != null) {
            Notice.refused(words);
        }
    }

    private static SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredCaption(Texts.of(locale, "ui.session-expired"));
        messages.setSessionExpiredMessage(Texts.of(locale, "ui.session-expired.next"));
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setInternalErrorCaption(Texts.of(locale, "ui.error.title"));
        messages.setInternalErrorMessage(Texts.of(locale, "ui.internal-error.next"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setCookiesDisabledCaption(Texts.of(locale, "ui.cookies-disabled"));
        messages.setCookiesDisabledMessage(Texts.of(locale, "ui.cookies-disabled.next"));
        messages.setCookiesDisabledNotificationEnabled(true);
        return messages;
    }

    /** Our own bar tells of the connection and of the end of the session: Vaadin's signs of both cannot be read. */
    private static void watchConnection(UI ui) {
        Locale locale = ui.getLocale();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : List.of("lost", "reconnecting", "unsaved", "kept", "sign-in", "reload", "blocked")) {
            texts.put(key, Texts.of(locale, "ui.connection." + key));
        }
        texts.put("failed", Texts.of(locale, "ui.error.title"));
        ui.getPage().addJsModule(Assets.url(Assets.CONNECTION));
        ui.getPage().executeJs("window.hocbaConnection.start($0)", WorksheetJson.write(texts));
    }
}
