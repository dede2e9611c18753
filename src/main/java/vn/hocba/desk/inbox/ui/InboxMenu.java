package vn.hocba.desk.inbox.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
import vn.hocba.ui.MenuEntry;
import vn.hocba.workflow.Inbox;

@Configuration
class InboxMenu {

    @Bean
    MenuEntry inboxEntry(Inbox inbox) {
        return new MenuEntry(
                "screens.inbox.title",
                InboxView.class,
                VaadinIcon.INBOX,
                10,
                Set.of(Role.TEACHER, Role.PRINCIPAL, Role.CLERK, Role.SCHOOL_ADMIN),
                inbox::count);
    }
}
