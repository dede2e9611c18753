package vn.hocba.workflow;

import java.time.Instant;

/**
 * What the engine is about to do for a process: the next attempt at a step that it runs by itself.
 *
 * @param activity id in the model
 * @param stepName as the model labels it
 * @param triesLeft 0: it will not try by itself any more, and keeps an incident until a person lets it try again
 * @param next not before then; null: at once
 * @param failed whether an attempt at this very step has failed
 * @param logNumber under which the server's log says why an attempt failed: what was thrown may name people
 */
public record Attempt(String activity, String stepName, int triesLeft, Instant next, boolean failed, String logNumber) {

    /** Whether only a person can make it go on. */
    public boolean exhausted() {
        return triesLeft == 0;
    }
}
