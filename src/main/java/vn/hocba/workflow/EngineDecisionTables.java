package vn.hocba.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.DecisionTables;

/** The engine keeps every version of a table that was ever deployed; which one answers, the caller says by its version tag. */
@Component
class EngineDecisionTables implements DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    EngineDecisionTables(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Map<String, Object> first(String decision, String version, Map<String, Object> inputs) {
        String id = ids.computeIfAbsent(decision + ":" + version, key -> id(decision, version));
        DmnDecisionRuleResult rule =
                decisions.evaluateDecisionTableById(id, inputs).getFirstResult();
        if (rule == null) {
            throw new IllegalStateException("no rule of " + decision + ":" + version + " matches " + inputs);
        }
        return rule.getEntryMap();
    }

    private String id(String decision, String version) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .versionTag(version)
                .orderByDecisionDefinitionVersion()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(DecisionDefinition::getId)
                .orElseThrow(() -> new IllegalStateException("no table " + decision + " of version " + version));
    }
}
