package vn.hocba.desk.inbox.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;
import vn.hocba.workflow.Inbox;

@Configuration
class InboxMenu {

    @Bean
    MenuEntry inboxEntry(Inbox inbox) {
        return new MenuEntry(
                "screens.inbox.title", InboxView.class, VaadinIcon.INBOX, 10, Right.SEE_INBOX, inbox::count);
    }
}
