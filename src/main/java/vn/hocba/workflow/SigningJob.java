package vn.hocba.workflow;

import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.session.NotSigned;
import vn.hocba.signing.session.StaleDraft;

/** Takes the targets of a {@link SigningStep} through a session of signing. */
public class SigningJob implements BatchJob {

    private final SigningStep step;
    private final PacketSigning signing;

    /** @param step whose targets are signed */
    public SigningJob(SigningStep step, PacketSigning signing) {
        this.step = step;
        this.signing = signing;
    }

    @Override
    public String kind() {
        return step.kind();
    }

    @Override
    public void prepare(BatchRun run, String targetId) {
        ToSign now = step.prepare(run, targetId, signing.signingTime(targetId, run.session()));
        if (now.nothing() == null) {
            signing.prepare(targetId, now.version(), now.document(), now.place(), run.session());
        }
    }

    @Override
    public String perform(BatchRun run, String targetId) {
        if (run.session().holdsKey()) {
            return sign(run, targetId);
        }
        try {
            return sign(run, targetId);
        } catch (NotSigned notSigned) {
            throw notSigned;
        } catch (Refused moved) {
            throw new StaleDraft(moved);
        }
    }

    private String sign(BatchRun run, String targetId) {
        ToSign now = step.prepare(run, targetId, signing.signingTime(targetId, run.session()));
        if (now.nothing() == null) {
            now.kept(signing.complete(targetId, now.version(), now.document(), now.place(), run.session()));
        }
        return now.nothing();
    }
}
