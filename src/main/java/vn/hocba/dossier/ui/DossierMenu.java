package vn.hocba.dossier.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
import vn.hocba.ui.MenuEntry;

@Configuration
class DossierMenu {

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
