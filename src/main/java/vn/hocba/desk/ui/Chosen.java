package vn.hocba.desk.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is ticked in a list of records. «All» is kept as a wish, not as a list: it means whatever waits when the action starts. */
public class Chosen {

    private final List<String> waiting;
    private final Set<String> ticked = new LinkedHashSet<>();
    private boolean all;

    Chosen(List<String> waiting) {
        this.waiting = List.copyOf(waiting);
    }

    public void all(boolean wanted) {
        all = wanted;
        ticked.clear();
    }

    void tick(String recordId, boolean wanted) {
        if (all && !wanted) {
            all = false;
            ticked.addAll(waiting);
        }
        if (wanted) {
            ticked.add(recordId);
        } else {
            ticked.remove(recordId);
        }
        if (ticked.size() == waiting.size()) {
            all(true);
        }
    }

    boolean isAll() {
        return all;
    }

    boolean has(String recordId) {
        return all || ticked.contains(recordId);
    }

    public int count() {
        return all ? waiting.size() : ticked.size();
    }

    /** For actions that take an empty list as «all that wait». */
    public List<String> asQuery() {
        return all ? List.of() : inOrder();
    }

    /** For actions that take each record by its id. */
    List<String> asList() {
        return all ? waiting : inOrder();
    }

    private List<String> inOrder() {
        return waiting.stream().filter(ticked::contains).toList();
    }
}
