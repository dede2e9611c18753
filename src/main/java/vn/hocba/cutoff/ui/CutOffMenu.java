package vn.hocba.cutoff.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
import vn.hocba.ui.MenuEntry;

/** The cut-offs' line of the menu. */
@Configuration
class CutOffMenu {

    @Bean
    MenuEntry cutOffEntry() {
        return new MenuEntry("cutoff.title", CutOffView.class, VaadinIcon.LOCK, 35, Set.of(Role.PROVINCE));
    }
}
