package vn.hocba.calendar.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

/** The calendar's line of the menu. */
@Configuration
class CalendarMenu {

    @Bean
    MenuEntry calendarEntry() {
        return new MenuEntry(
                "calendar.title", CalendarView.class, VaadinIcon.CALENDAR_CLOCK, 30, Right.SEE_CALENDAR_HISTORY);
    }
}
