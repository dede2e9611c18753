package vn.hocba.identity;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many requests wait for the rest of their bodies. Each holds one of the server's 200 threads meanwhile, so visitors and people who have signed in have a
 * share of their own that leaves threads for everybody else, and nobody has all of a share.
 */
@Component
class WaitingBodies {

    private static final int VISITORS = 120;
    private static final int PEOPLE = 60;

    /** A school may be behind one address, where all sign in when the day begins. */
    static final int PER_ADDRESS = 80;

    private static final int PER_SESSION = 6;

    private final Map<Sender, Integer> waiting = new HashMap<>();
    private int visitors;
    private int people;

    /**
     * Who sends.
     *
     * @param key session of a person, address of a visitor
     */
    record Sender(boolean person, String key) {}

    /**
     * One more waits.
     *
     * @return false where too many wait already
     */
    synchronized boolean enter(Sender sender) {
        int own = waiting.getOrDefault(sender, 0);
        boolean full =
                sender.person() ? people >= PEOPLE || own >= PER_SESSION : visitors >= VISITORS || own >= PER_ADDRESS;
        if (!full) {
            waiting.put(sender, own + 1);
            count(sender, 1);
        }
        return !full;
    }

    /** One that has entered waits no longer. */
    synchronized void leave(Sender sender) {
        waiting.compute(sender, (key, own) -> own == null || own == 1 ? null : own - 1);
        count(sender, -1);
    }

    private void count(Sender sender, int by) {
        if (sender.person()) {
            people += by;
        } else {
            visitors += by;
        }
    }
}
