package vn.hocba.desk.clerk.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

@Configuration
class ClerkMenu {

    @Bean
    MenuEntry sealingEntry() {
        return new MenuEntry("office.menu.sealing", SealingView.class, VaadinIcon.PACKAGE, 40, Right.SEAL);
    }
}
