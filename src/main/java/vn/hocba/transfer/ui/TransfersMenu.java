package vn.hocba.transfer.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

/** The line of the menu of those above the schools. */
@Configuration
class TransfersMenu {

    @Bean
    MenuEntry transfersEntry() {
        return new MenuEntry(
                "transfer.below.title", TransfersView.class, VaadinIcon.ROAD_BRANCHES, 72, Right.SEE_TRANSFERS_BELOW);
    }
}
