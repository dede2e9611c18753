package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.hocba.shared.Refused;

/** A use case refused while the screen was being opened. */
@AnonymousAllowed
class RefusedView extends ProblemView implements HasErrorParameter<Refused> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refused> problem) {
        show(text("ui.refused.title"), problem.getException().text(Wording.locale()));
        return RefusalStatus.of(problem.getException());
    }
}
