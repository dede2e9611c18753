package vn.hocba.desk.inbox;

import org.springframework.stereotype.Service;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.session.Entered;
import vn.hocba.workflow.Batches;

/** Goes on with a signing batch that lost its server, once the person has given the PIN again. */
@Service
public class ResumeBatch {

    private final Batches batches;
    private final SigningSessions sessions;

    ResumeBatch(Batches batches, SigningSessions sessions) {
        this.batches = batches;
        this.sessions = sessions;
    }

    /**
     * Signs what the batch has not reached yet; what was signed stays.
     *
     * @param entered PIN of the person's certificate, or of the school's where the batch seals
     * @throws vn.hocba.shared.Refused when the PIN is wrong, the batch is another person's, or it waits for no PIN
     */
    public void resume(String batchId, Entered entered) {
        try (entered) {
            batches.progress(batchId);
            batches.resume(batchId, sessions.again(batchId, entered));
        }
    }
}
