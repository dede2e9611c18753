package vn.hocba.workflow;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import vn.hocba.record.DecisionTables;

@Component
class EngineDecisionTables implements DecisionTables {

    private final DecisionService decisions;

    EngineDecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Map<String, Object> first(String decision, Map<String, Object> inputs) {
        DmnDecisionRuleResult rule =
                decisions.evaluateDecisionTableByKey(decision, inputs).getFirstResult();
        if (rule == null) {
            throw new IllegalStateException("no rule of " + decision + " matches " + inputs);
        }
        return rule.getEntryMap();
    }
}
