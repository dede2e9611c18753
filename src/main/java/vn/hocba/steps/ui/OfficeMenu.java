package vn.hocba.steps.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
import vn.hocba.ui.MenuEntry;

/** The office's lines of the menu. */
@Configuration
class OfficeMenu {

    @Bean
    MenuEntry approvalEntry() {
        return new MenuEntry(
                "office.menu.approval", ApprovalView.class, VaadinIcon.CHECK_SQUARE_O, 30, Set.of(Role.PRINCIPAL));
    }

    @Bean
    MenuEntry sealingEntry() {
        return new MenuEntry("office.menu.sealing", SealingView.class, VaadinIcon.PACKAGE, 40, Set.of(Role.CLERK));
    }

    @Bean
    MenuEntry openYearEntry() {
        return new MenuEntry(
                "office.menu.open-year", OpenYearView.class, VaadinIcon.CALENDAR_O, 50, Set.of(Role.SCHOOL_ADMIN));
    }

    @Bean
    MenuEntry certificatesEntry() {
        return new MenuEntry(
                "office.menu.certificates", CertificatesView.class, VaadinIcon.DIPLOMA, 60, Set.of(Role.SCHOOL_ADMIN));
    }

    @Bean
    MenuEntry searchEntry() {
        return new MenuEntry(
                "office.menu.search",
                PupilSearchView.class,
                VaadinIcon.SEARCH,
                80,
                Set.of(Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN, Role.TEACHER));
    }
}
