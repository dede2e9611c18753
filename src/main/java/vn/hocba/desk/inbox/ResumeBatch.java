package vn.hocba.desk.inbox;

import java.util.Set;
import org.springframework.stereotype.Service;
import vn.hocba.desk.principal.SignPrincipal;
import vn.hocba.desk.teacher.SignHomeroom;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Session;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.UnlockedKey;
import vn.hocba.workflow.Batches;

/** Goes on with a signing batch that lost its server, once the person has given the PIN again. */
@Service
public class ResumeBatch {

    private static final Set<String> PERSONAL = Set.of(SignHomeroom.Job.KIND, SignPrincipal.Job.KIND);

    private final Session session;
    private final Batches batches;
    private final PacketSigning signing;

    ResumeBatch(Session session, Batches batches, PacketSigning signing) {
        this.session = session;
        this.batches = batches;
        this.signing = signing;
    }

    /**
     * Signs what the batch has not reached yet; what was signed stays.
     *
     * @param pin of the person's certificate, or of the school's where the batch seals
     * @throws vn.hocba.shared.Refused when the PIN is wrong, the batch is another person's, or it was not interrupted
     */
    public void resume(String batchId, char[] pin) {
        CurrentUser user = session.user();
        UnlockedKey key = PERSONAL.contains(batches.progress(batchId).kind())
                ? signing.unlockPersonal(user.staffId(), pin)
                : signing.unlockSeal(user.unitId(), pin);
        try {
            batches.resume(batchId, key);
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }
}
