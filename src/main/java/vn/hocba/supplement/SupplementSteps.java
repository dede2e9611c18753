package vn.hocba.supplement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.request.Requests;

/** What the model {@code processes/supplement.bpmn} calls, in the engine's own transaction. */
@Component("supplementSteps")
@Transactional(propagation = Propagation.MANDATORY)
public class SupplementSteps {

    private final Requests requests;
    private final SupplementPapers papers;

    SupplementSteps(Requests requests, SupplementPapers papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /**
     * Both have signed: the document is checked as a whole and put beside the record.
     *
     * @throws vn.hocba.shared.Refused when it does not pass; then the Sở has not signed either
     */
    public void register(String requestId) {
        papers.register(requests.get(requestId));
    }
}
