package vn.hocba.lookup.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.hocba.signing.LegalValue;

/** The frame of what anyone may open, made for a phone first: a brand, the page, and the way to the sign-in. */
@AnonymousAllowed
class PublicLayout extends Div implements RouterLayout {

    private static final long serialVersionUID = 1L;

    private final Main main = new Main();

    PublicLayout(LegalValue legalValue) {
        addClassName("public");
        Span brand = new Span(text("ui.brand"));
        brand.addClassName("public-brand");
        Header header = new Header(brand);
        header.addClassName("public-header");
        main.addClassName("public-main");
        Anchor signIn = new Anchor("login", text("lookup.sign-in"));
        signIn.setRouterIgnore(true);
        Footer footer = new Footer(signIn);
        if (!legalValue.everywhere()) {
            footer.addComponentAsFirst(new Span(text("lookup.notice.no-legal-value")));
        }
        footer.addClassName("public-footer");
        add(header, main, footer);
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }
}
