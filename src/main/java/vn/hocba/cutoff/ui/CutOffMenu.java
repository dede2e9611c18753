package vn.hocba.cutoff.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

/** The cut-offs' line of the menu. */
@Configuration
class CutOffMenu {

    @Bean
    MenuEntry cutOffEntry() {
        return new MenuEntry("cutoff.title", CutOffView.class, VaadinIcon.LOCK, 35, Right.SEE_CUT_OFFS);
    }
}
