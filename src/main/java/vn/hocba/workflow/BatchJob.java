package vn.hocba.workflow;

import vn.hocba.signing.session.SigningSession;

/** One kind of batch: what is done to each of its targets, in a transaction of its own. */
public interface BatchJob {

    /** Stable name of the kind, such as {@code sign-homeroom}. */
    String kind();

    /**
     * Makes a draft of what will be done to one target, in a transaction of its own; only where the batch's session asks for it.
     *
     * @throws vn.hocba.shared.Refused when it is not possible for this target; it fails
     */
    default void prepare(BatchRun run, String targetId) {
        throw new IllegalStateException(kind() + " prepares nothing");
    }

    /**
     * Does it to one target, as the person who started the batch.
     *
     * @return null when done; a reason, in Vietnamese, when there was nothing to do
     * @throws vn.hocba.shared.Refused when it is not possible for this target; the batch goes on with the others
     * @throws StopBatch when it makes no sense to go on
     */
    String perform(BatchRun run, String targetId);

    /**
     * The batch around one target.
     *
     * @param batchId null for a {@link SingleSignature} that is made at once
     * @param parameter what the person chose, as the kind wrote it; may be null
     * @param session of signing, opened for this batch; null where the kind does not sign
     */
    record BatchRun(String batchId, String schoolId, String classId, String parameter, SigningSession session) {}
}
