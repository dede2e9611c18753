package vn.hocba.workflow;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.SigningSession;

/** Goes on with a batch that this node has just taken, without the person who started it. */
@Component
class ResumedBatches {

    private final BatchLeases leases;
    private final BatchRunner runner;
    private final SigningSessions sessions;
    private final Clock clock;

    ResumedBatches(BatchLeases leases, BatchRunner runner, SigningSessions sessions, Clock clock) {
        this.leases = leases;
        this.runner = runner;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Goes on with its stored session; where nobody may sign with that any more, the batch ends and says why.
     *
     * @param withoutSession what to do where none is stored
     */
    void goOn(Batch batch, BatchJob job, CurrentUser user, Runnable withoutSession) {
        Optional<SigningSession> session;
        try {
            session = sessions.goingOn(batch.id());
        } catch (Refused notTheirs) {
            if (leases.end(batch.id(), BatchState.STOPPED, notTheirs.text(Texts.VIETNAMESE), clock.instant())) {
                sessions.end(batch.id());
            }
            return;
        }
        session.ifPresentOrElse(own -> runner.run(batch, job, user, own), withoutSession);
    }
}
