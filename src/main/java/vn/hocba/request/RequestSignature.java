package vn.hocba.request;

import java.time.Instant;
import org.springframework.stereotype.Service;
import vn.hocba.workflow.BatchJob.BatchRun;
import vn.hocba.workflow.SigningStep;
import vn.hocba.workflow.ToSign;

/** The signature on what a {@link SigningAction} writes; the target is the request. */
@Service
class RequestSignature implements SigningStep {

    static final String KIND = "sign-request";

    private final Actions actions;

    RequestSignature(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ToSign prepare(BatchRun run, String requestId, Instant signedAt) {
        KeptInput kept = KeptInput.read(run.parameter());
        return actions.toSign(kept.action(), requestId, kept.input(), signedAt);
    }
}
