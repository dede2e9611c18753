package vn.hocba.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import vn.hocba.shared.Refused;
import vn.hocba.signing.session.SigningSession;

/** Does nothing to its targets, says which it has reached, and waits at those that a test holds. */
class GatedJob implements BatchJob {

    private final String kind;
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** In the order in which they were begun; each as often as it was. */
    final List<String> begun = new CopyOnWriteArrayList<>();

    private final Map<String, SigningSession> keys = new ConcurrentHashMap<>();

    GatedJob(String kind) {
        this.kind = kind;
    }

    void hold(String target) {
        gates.put(target, new CountDownLatch(1));
    }

    void release(String target) {
        gates.get(target).countDown();
    }

    void releaseAll() {
        gates.values().forEach(CountDownLatch::countDown);
    }

    void refuse(String target) {
        refused.add(target);
    }

    /** What was reached with this key. */
    List<String> withKey(SigningSession key) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue() == key)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String perform(BatchRun run, String targetId) {
        begun.add(targetId);
        if (run.session() != null) {
            keys.put(targetId, run.session());
        }
        CountDownLatch gate = gates.get(targetId);
        if (gate != null) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("a target in hand was interrupted", e);
            }
        }
        if (refused.contains(targetId)) {
            throw Refused.notNow("workflow.batch.empty");
        }
        return null;
    }
}
