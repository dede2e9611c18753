package vn.hocba.oversight.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;
import vn.hocba.workflow.SystemIncidents;

/** The board's line of the menu. */
@Configuration
class OversightMenu {

    @Bean
    MenuEntry progressEntry(SystemIncidents system) {
        return new MenuEntry(
                "oversight.title",
                ProgressView.class,
                VaadinIcon.CHART_TIMELINE,
                70,
                Right.SEE_PROGRESS,
                system::waiting);
    }
}
