package vn.hocba.school.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.hocba.identity.Right;
import vn.hocba.school.RoleProposals;
import vn.hocba.ui.MenuEntry;

@Configuration
class SchoolMenu {

    @Bean
    MenuEntry importMenuEntry() {
        return new MenuEntry("school.import.title", ImportView.class, VaadinIcon.UPLOAD_ALT, 60, Right.IMPORT);
    }

    @Bean
    MenuEntry peopleMenuEntry() {
        return new MenuEntry("school.people.title", PeopleView.class, VaadinIcon.USERS, 70, Right.SEE_PEOPLE);
    }

    @Bean
    MenuEntry registerMenuEntry() {
        return new MenuEntry("school.register.title", RegisterView.class, VaadinIcon.NOTEBOOK, 77, Right.KEEP_REGISTER);
    }

    @Bean
    MenuEntry addressMenuEntry() {
        return new MenuEntry(
                "school.address.title", AddressView.class, VaadinIcon.MAP_MARKER, 78, Right.CORRECT_ADDRESS);
    }

    @Bean
    MenuEntry unitsMenuEntry() {
        return new MenuEntry("school.units.title", UnitsView.class, VaadinIcon.SITEMAP, 79, Right.CHANGE_UNITS);
    }

    @Bean
    MenuEntry rolesMenuEntry(RoleProposals roles) {
        return new MenuEntry(
                "school.roles.title",
                RolesView.class,
                VaadinIcon.USER_STAR,
                75,
                Right.GIVE_ROLES,
                () -> 0,
                roles::concerns);
    }
}
