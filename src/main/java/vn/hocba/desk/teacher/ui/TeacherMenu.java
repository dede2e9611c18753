package vn.hocba.desk.teacher.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.record.ClassSheets;
import vn.hocba.ui.MenuEntry;

@Configuration
class TeacherMenu {

    @Bean
    MenuEntry homeroomEntry(ClassSheets sheets) {
        return new MenuEntry(
                "screens.homeroom.title",
                HomeroomView.class,
                VaadinIcon.TABLE,
                20,
                Right.ENTER_MARKS,
                () -> 0,
                () -> !sheets.ownClasses().isEmpty());
    }
}
