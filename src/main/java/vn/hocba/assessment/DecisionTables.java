package vn.hocba.assessment;

import java.util.Map;

/** What regulations decide, as tables in {@code processes/*.dmn}; whoever can read those evaluates them. */
@FunctionalInterface
public interface DecisionTables {

    /**
     * The outputs of the first rule that matches.
     *
     * @param decision id of the decision
     * @param version of the table, its version tag: a later one does not answer for it
     * @param inputs by the name of the input variable
     * @throws IllegalStateException when there is no such table in this version, or no rule of it matches
     */
    Map<String, Object> first(String decision, String version, Map<String, Object> inputs);
}
