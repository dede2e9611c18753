package vn.hocba.registry.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

/** The province's lines of the menu. */
@Configuration
class RegistryMenu {

    @Bean
    MenuEntry intakeEntry() {
        return new MenuEntry("registry.intake", IntakeView.class, VaadinIcon.INBOX, 20, Right.SEE_INTAKE);
    }

    @Bean
    MenuEntry policiesEntry() {
        return new MenuEntry("registry.policies", PoliciesView.class, VaadinIcon.COG, 80, Right.SET_POLICIES);
    }
}
