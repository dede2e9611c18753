package vn.hocba.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Role;
import vn.hocba.identity.Session;
import vn.hocba.shared.Texts;

class MainLayoutTest {

    private final ShellFixture fixture = new ShellFixture();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Session session = new Session(account -> Optional.empty());

    @BeforeEach
    void aScreen() {
        MockVaadin.setup(new Routes(Set.of(SampleView.class, WorksheetSampleView.class), Set.of(), true));
        UI.getCurrent().setLocale(Texts.VIETNAMESE);
        beans.addBean("inbox", fixture.samples());
        beans.addBean("worksheet", fixture.forTeachers());
        beans.addBean("units", fixture.fixtureContext());
    }

    @AfterEach
    void end() {
        MockVaadin.tearDown();
    }

    private MainLayout layoutOf(Role role) {
        return layoutOf(role, "staff-1");
    }

    private MainLayout layoutOf(Role role, String staffId) {
        CurrentUser user =
                new CurrentUser("1", "u", "Trần Văn Hùng", "Hiệu trưởng", Set.of(role), staffId, "th-hoa-binh", "/so/");
        return session.as(
                user,
                () -> new MainLayout(
                        session,
                        new Menu(beans.getBeanProvider(MenuEntry.class)),
                        beans.getBeanProvider(ShellContext.class),
                        new AuthenticationContext()));
    }

    @Test
    void theMenuShowsWhatTheRoleMayOpenInTheirOrder() {
        assertThat(_find(layoutOf(Role.TEACHER), SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .containsExactly("Trang mẫu", "Sổ lớp");
        assertThat(_find(layoutOf(Role.PRINCIPAL), SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .containsExactly("Trang mẫu");
        assertThat(_find(layoutOf(Role.CLERK), SideNavItem.class)).isEmpty();
    }

    @Test
    void theBrandNamesTheUnitAndTheBarTheSchoolYear() {
        MainLayout layout = layoutOf(Role.TEACHER);
        assertThat(_find(_get(layout, Header.class), Span.class))
                .extracting(Span::getText)
                .containsExactly("Học bạ số", "Trường TH Hòa Bình");
        assertThat(_get(layout, Span.class, span -> span.withClasses("bar-year"))
                        .getText())
                .isEqualTo("Năm học 2026 - 2027");
    }

    @Test
    void aBadgeCountsWhatWaitsAfterEachNavigation() {
        MainLayout layout = layoutOf(Role.TEACHER);
        layout.afterNavigation(null);
        assertThat(_get(layout, Span.class, span -> span.withClasses("menu-badge"))
                        .getText())
                .isEqualTo("73");
    }

    @Test
    void aPersonIsMarkedByLettersAndAnOfficeByABuilding() {
        assertThat(_get(layoutOf(Role.TEACHER), Avatar.class).getAbbreviation()).isEqualTo("VH");
        assertThat(_find(layoutOf(Role.PROVINCE, null), Avatar.class)).isEmpty();
        _assertOne(layoutOf(Role.PROVINCE, null), Span.class, span -> span.withClasses("office-mark"));
    }
}
