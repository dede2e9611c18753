package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.hocba.identity.Session;

/** The bare address: goes on to the first entry of the person's menu. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class RootView extends Screen implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Menu menu;
    private final transient Session session;

    RootView(Menu menu, Session session) {
        super("ui.brand");
        this.menu = menu;
        this.session = session;
        add(new EmptyState(text("ui.no-menu.title"), text("ui.no-menu.next")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        menu.of(session.user()).stream()
                .findFirst()
                .ifPresent(first -> event.forwardTo(first.view(), QueryParameters.empty()));
    }
}
