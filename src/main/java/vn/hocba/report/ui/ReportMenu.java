package vn.hocba.report.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.report.ReportBoard;
import vn.hocba.ui.MenuEntry;

/** The reports' line of the menu, with how many wait for a signature. */
@Configuration
class ReportMenu {

    @Bean
    MenuEntry reportEntry(ReportBoard board) {
        return new MenuEntry(
                "report.title", ReportView.class, VaadinIcon.PAPERPLANE, 36, Right.SEE_REPORTS, board::waiting);
    }
}
