package vn.hocba.record;

import java.util.Map;

/** What regulations decide, as tables in {@code processes/*.dmn}; the engine evaluates them. */
public interface DecisionTables {

    /**
     * The outputs of the first rule that matches.
     *
     * @param decision id of the decision
     * @param inputs by the name of the input variable
     * @throws IllegalStateException when no rule matches
     */
    Map<String, Object> first(String decision, Map<String, Object> inputs);
}
