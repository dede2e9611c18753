package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.shared.VietnameseText;

/** The frame of every screen after the sign-in: brand and menu at the side, title and person on top. */
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient AuthenticationContext authentication;
    private final transient UnsavedWork unsaved;
    private final transient Map<MenuEntry, SideNavItem> items = new LinkedHashMap<>();
    private final H1 title = new H1();

    MainLayout(Session session, Menu menu, ObjectProvider<ShellContext> context, AuthenticationContext authentication) {
        this.authentication = authentication;
        CurrentUser user = session.user();
        unsaved = new UnsavedWork(user.accountId());
        ShellContext known = context.getIfAvailable();

        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(known == null ? user.title() : known.unitName(user)), navigation(menu, user));
        addToNavbar(bar(
                user,
                known == null
                        ? ""
                        : known.schoolYear(user)
                                .map(year -> text("ui.school-year", year.toString()))
                                .orElse("")));
    }

    private static Component brand(String unitName) {
        Span name = new Span(text("ui.brand"));
        name.addClassName("brand-name");
        Span unit = new Span(unitName);
        unit.addClassName("brand-unit");
        Header header = new Header(name, unit);
        header.addClassName("brand");
        header.getElement().setAttribute("aria-label", text("ui.brand"));
        return header;
    }

    private Component navigation(Menu menu, CurrentUser user) {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", text("ui.menu"));
        for (MenuEntry entry : menu.of(user)) {
            SideNavItem item = new SideNavItem(
                    text(entry.titleKey()), entry.view(), entry.icon().create());
            // «Duyệt và ký» stays marked while one of its classes is open.
            item.setMatchNested(true);
            items.put(entry, item);
            nav.addItem(item);
        }
        return nav;
    }

    private Component bar(CurrentUser user, String schoolYear) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(text("ui.menu.toggle"));
        title.addClassName("bar-title");
        Span year = new Span(schoolYear);
        year.addClassName("bar-year");
        Div bar = new Div(toggle, title, year, person(user));
        bar.addClassName("bar");
        return bar;
    }

    private Component person(CurrentUser user) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        menu.addClassName("bar-person");
        MenuItem top = menu.addItem(mark(user));
        top.setAriaLabel(text("ui.person.menu", user.displayName()));
        Span name = new Span(user.displayName());
        name.addClassName("person-name");
        Span role = new Span(user.title());
        role.addClassName("person-title");
        Div who = new Div(name, role);
        who.addClassName("person");
        top.getSubMenu().addItem(who).setEnabled(false);
        top.getSubMenu().addItem(text("ui.language.other"), click -> Language.switchOver());
        top.getSubMenu()
                .addItem(text("ui.sign-out"), click -> unsaved.leaveBefore(UI.getCurrent(), authentication::logout));
        return menu;
    }

    /** The letters of a person; an account of an office has no member of staff behind it and shows a building. */
    private static Component mark(CurrentUser user) {
        if (user.staffId() == null) {
            Span office = new Span(VaadinIcon.BUILDING_O.create());
            office.addClassName("office-mark");
            return office;
        }
        Avatar person = new Avatar();
        person.setAbbreviation(VietnameseText.initials(user.displayName()));
        person.setTooltipEnabled(false);
        return person;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // The slot of the toolbar is a plain div: name it, so that everything on the page stands in a landmark.
        getElement().executeJs("this.querySelector('.bar')?.setAttribute('role', 'banner')");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (getContent() instanceof HasDynamicTitle screen) {
            show(screen);
        }
        countAnew();
        unsaved.remind(UI.getCurrent());
    }

    void countAnew() {
        items.forEach(
                (entry, item) -> item.setSuffixComponent(badge(entry.badge().getAsInt())));
    }

    void show(HasDynamicTitle screen) {
        title.setText(screen.getPageTitle());
        UI.getCurrent().getPage().setTitle(text("ui.title", screen.getPageTitle()));
    }

    private static Component badge(int count) {
        if (count == 0) {
            return null;
        }
        Span badge = new Span(Integer.toString(count));
        badge.addClassName("menu-badge");
        badge.getElement().setAttribute("aria-label", text("ui.menu.waiting", count));
        return badge;
    }
}
