package vn.hocba.request.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.request.RequestBoard;
import vn.hocba.ui.MenuEntry;

/** The requests' line of the menu. */
@Configuration
class RequestMenu {

    @Bean
    MenuEntry requestEntry(RequestBoard board) {
        return new MenuEntry(
                "request.title", RequestsView.class, VaadinIcon.EXCHANGE, 20, Right.READ_REQUESTS, board::waiting);
    }

    @Bean
    MenuEntry overdueEntry() {
        return new MenuEntry("request.below.title", OverdueView.class, VaadinIcon.CLOCK, 74, Right.SEE_OVERDUE_BELOW);
    }
}
