package vn.hocba.ui;

import static vn.hocba.ui.Wording.text;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import vn.hocba.shared.Refused;

/** Something went wrong that nobody foresaw: shows the number under which the log has it, and nothing else. */
@AnonymousAllowed
class FailureView extends ProblemView implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        Optional<Refused> refused = Problems.refusalIn(problem.getException());
        if (refused.isPresent()) {
            show(text("ui.refused.title"), refused.get().text(Wording.locale()));
            return RefusalStatus.of(refused.get());
        }
        show(text("ui.error.title"), text("ui.error.next", Problems.log(problem.getException())));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
