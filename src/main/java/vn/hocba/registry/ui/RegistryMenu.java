package vn.hocba.registry.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
import vn.hocba.ui.MenuEntry;

/** The province's lines of the menu. */
@Configuration
class RegistryMenu {

    @Bean
    MenuEntry intakeEntry() {
        return new MenuEntry("registry.intake", IntakeView.class, VaadinIcon.INBOX, 20, Set.of(Role.PROVINCE));
    }

    @Bean
    MenuEntry policiesEntry() {
        return new MenuEntry("registry.policies", PoliciesView.class, VaadinIcon.COG, 80, Set.of(Role.PROVINCE));
    }
}
