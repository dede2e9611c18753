package vn.hocba.dossier.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.ui.MenuEntry;

@Configuration
class DossierMenu {

    @Bean
    MenuEntry searchEntry() {
        return new MenuEntry("office.menu.search", PupilSearchView.class, VaadinIcon.SEARCH, 80, Right.FIND_PUPILS);
    }

    @Bean
    MenuEntry checkFileEntry() {
        return new MenuEntry("office.check.title", CheckFileView.class, VaadinIcon.FILE_SEARCH, 85, Right.CHECK_FILES);
    }
}
