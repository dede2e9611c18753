package vn.hocba.desk.admin.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

@Configuration
class AdminMenu {

    @Bean
    MenuEntry openYearEntry() {
        return new MenuEntry("office.menu.open-year", OpenYearView.class, VaadinIcon.CALENDAR_O, 50, Right.OPEN_YEAR);
    }

    @Bean
    MenuEntry certificatesEntry() {
        return new MenuEntry(
                "office.menu.certificates", CertificatesView.class, VaadinIcon.DIPLOMA, 60, Right.ISSUE_CERTIFICATES);
    }

    @Bean
    MenuEntry dutiesEntry() {
        return new MenuEntry("office.menu.duties", DutiesView.class, VaadinIcon.USER_CLOCK, 55, Right.CHANGE_DUTIES);
    }
}
