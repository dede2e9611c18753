package vn.hocba.workflow;

import java.time.Instant;
import vn.hocba.workflow.BatchJob.BatchRun;

/**
 * A kind of batch that signs: which targets may be signed, with what content, and what follows. How the holder confirms is the provider's; whether a target is
 * signed in one go or prepared first and signed when the consent has come makes no difference here.
 */
public interface SigningStep {

    /** Stable name of the kind, such as {@code sign-homeroom}. */
    String kind();

    /**
     * Locks a target, checks everything as the person who started the batch, and says what is to be signed. Called in a transaction of its own; for a consent that
     * comes later once to prepare, and again to sign.
     *
     * @param signedAt the time that the signature will name, the same both times
     * @throws vn.hocba.shared.Refused when it may not be signed, or not now
     */
    ToSign prepare(BatchRun run, String targetId, Instant signedAt);
}
