package vn.hocba.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.hocba.shared.Refused;

/** A screen for anyone who is signed in. */
@Route(value = "mau-thu", layout = MainLayout.class)
@PermitAll
class SampleView extends Screen {

    private static final long serialVersionUID = 1L;

    SampleView() {
        super("uitest.empty");
        Button refuse = new Button("Sửa", click -> {
            throw Refused.notNow("uitest.refused");
        });
        Button fail = new Button("Hỏng", click -> {
            throw new IllegalStateException("secret inner words");
        });
        add(
                new EmptyState(
                        "Không có việc nào đang chờ", "Khi có học bạ cần nhận xét hoặc ký, việc hiện ở đây.", refuse),
                fail);
    }
}
