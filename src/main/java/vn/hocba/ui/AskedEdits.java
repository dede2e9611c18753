package vn.hocba.ui;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one page has asked a worksheet to store, and what came of it: the page does not know yet while the answer is under way. */
final class AskedEdits implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_UNANSWERED = 50;

    private record Asked(String typed, String stored) implements Serializable {}

    private final Map<String, Asked> last = new HashMap<>();
    private final Deque<List<Map<String, String>>> taken = new ArrayDeque<>();

    /**
     * Remembers the last word on a cell.
     *
     * @param typed what the page shows, or showed, in it
     * @param stored what the database holds since
     */
    void remember(String row, String column, String typed, String stored) {
        last.put(row + " " + column, new Asked(typed, stored));
    }

    /** Whether the page saw its own value in a cell, and the database holds what became of that: nobody else has been there. */
    boolean isOwn(String row, String column, String seen, String stored) {
        return new Asked(seen, stored).equals(last.get(row + " " + column));
    }

    /**
     * Remembers what a save has stored.
     *
     * @param unanswered how many saves before this one the page has had no answer to
     */
    void took(List<Map<String, String>> stored, int unanswered) {
        taken.addLast(stored);
        while (taken.size() > 1 + Math.min(Math.max(unanswered, 0), MOST_UNANSWERED)) {
            taken.removeFirst();
        }
    }

    /** What was stored and the page may not know of. */
    List<Map<String, String>> taken() {
        return taken.stream().flatMap(List::stream).toList();
    }
}
