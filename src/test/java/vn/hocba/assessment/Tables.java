package vn.hocba.assessment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Decision tables without process engine, database and Spring: those of the project, as they are deployed, and others beside them. */
public final class Tables implements DecisionTables {

    private static final Pattern DECISION = Pattern.compile("<decision id=\"(\\w+)\"[^>]*versionTag=\"(\\w+)\"");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<DecisionTable, DmnDecision> decisions = new HashMap<>();

    private Tables() {}

    /** What lies in {@code processes}. */
    public static Tables ofProject() {
        Tables tables = new Tables();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".dmn")).toList();
            for (Path file : found) {
                tables.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    /** One more. */
    public Tables add(String dmn) {
        Matcher decision = DECISION.matcher(dmn);
        if (!decision.find()) {
            throw new IllegalArgumentException("no decision with a version tag");
        }
        decisions.put(
                new DecisionTable(decision.group(1), decision.group(2)),
                engine.parseDecision(
                        decision.group(1), new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    @Override
    public Map<String, Object> first(String decision, String version, Map<String, Object> inputs) {
        DmnDecision table = decisions.get(new DecisionTable(decision, version));
        if (table == null) {
            throw new IllegalStateException("no table " + decision + " of version " + version);
        }
        DmnDecisionRuleResult rule = engine.evaluateDecisionTable(table, inputs).getFirstResult();
        if (rule == null) {
            throw new IllegalStateException("no rule of " + decision + ":" + version + " matches " + inputs);
        }
        return rule.getEntryMap();
    }
}
