package vn.hocba.desk.teacher.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Role;
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
                Set.of(Role.TEACHER),
                () -> 0,
                () -> !sheets.ownClasses().isEmpty());
    }
}
