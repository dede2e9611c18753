package vn.hocba.desk.principal.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

@Configuration
class PrincipalMenu {

    @Bean
    MenuEntry approvalEntry() {
        return new MenuEntry(
                "office.menu.approval", ApprovalView.class, VaadinIcon.CHECK_SQUARE_O, 30, Right.SIGN_FOR_SCHOOL);
    }
}
