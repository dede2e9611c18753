package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** No screen has this address. */
@AnonymousAllowed
class NotFoundView extends ProblemView implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
        show(text("ui.not-found.title"), text("ui.not-found.next"));
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
