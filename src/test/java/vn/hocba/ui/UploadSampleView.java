package vn.hocba.ui;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Nothing but a field for files. */
@Route(value = "mau-tep", layout = MainLayout.class)
@PermitAll
class UploadSampleView extends Screen {

    private static final long serialVersionUID = 1L;

    UploadSampleView() {
        super("uitest.empty");
        add(new FilesField());
    }
}
