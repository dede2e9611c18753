package vn.hocba.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.shared.Refused;
import vn.hocba.signing.UnlockedKey;
import vn.hocba.workflow.Batches;
import vn.hocba.workflow.Inbox;
import vn.hocba.workflow.Step;

/** How the three signing batches start: only what waits for this person is signed. */
@Component
public class SignatureBatch {

    private final Inbox inbox;
    private final Batches batches;

    SignatureBatch(Inbox inbox, Batches batches) {
        this.inbox = inbox;
        this.batches = batches;
    }

    /**
     * The records of a class to sign: the chosen ones, or all that wait.
     *
     * @throws Refused when none waits
     */
    public List<String> targets(Step step, String classId, List<String> chosen) {
        List<String> waiting = inbox.waiting(step, "-", classId);
        List<String> targets = chosen.isEmpty()
                ? waiting
                : waiting.stream().filter(chosen::contains).toList();
        if (targets.isEmpty()) {
            throw Refused.notNow("steps.nothing-to-sign");
        }
        return targets;
    }

    /** Starts the batch with the unlocked key; the key is closed even when it cannot start. */
    public String start(Batches.Order order, UnlockedKey key) {
        try {
            return batches.start(order, key);
        } catch (RuntimeException e) {
            key.close();
            throw e;
        }
    }
}
