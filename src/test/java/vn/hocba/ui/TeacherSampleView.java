package vn.hocba.ui;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** A screen for teachers only. */
@Route(value = "mau-thu-giao-vien", layout = MainLayout.class)
@RolesAllowed("TEACHER")
class TeacherSampleView extends Screen {

    private static final long serialVersionUID = 1L;

    TeacherSampleView() {
        super("uitest.worksheet");
    }
}
