package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The screen is for other roles. */
@AnonymousAllowed
class AccessDeniedView extends ProblemView implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> problem) {
        show(text("ui.denied.title"), text("ui.denied.next"));
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
