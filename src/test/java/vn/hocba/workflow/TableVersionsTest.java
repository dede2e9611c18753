package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several versions of a decision table stand side by side: which one answers, the caller says. */
class TableVersionsTest {

    private static final Map<String, Object> BARELY_EXCELLENT =
            Map.of("subjectLevel", "T", "traitLevel", "T", "lowestMark", 9);

    private ProcessEngine engine;
    private Models models;
    private EngineDecisionTables tables;

    @BeforeEach
    void anEngine() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("tables")
                .setJdbcUrl("jdbc:h2:mem:tables")
                .buildProcessEngine();
        models = new Models(engine.getRepositoryService());
        tables = new EngineDecisionTables(engine.getDecisionService(), engine.getRepositoryService());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Object result(String version) {
        return tables.first("overallResultTt27", version, BARELY_EXCELLENT).get("result");
    }

    private DecisionDefinition latest() {
        return engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("overallResultTt27")
                .latestVersion()
                .singleResult();
    }

    @Test
    void aLaterVersionDoesNotAnswerForAFormerOne() throws IOException {
        models.deploy(List.of(table("1")));
        assertThat(result("1")).isEqualTo("EXCELLENT");

        models.deploy(List.of(table("2")));

        assertThat(result("1")).isEqualTo("EXCELLENT");
        assertThat(result("2")).isEqualTo("GOOD");
        assertThatThrownBy(() -> result("3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 3");
    }

    @Test
    void aNewDatabaseGetsTheFormerVersionsTooAndARestartChangesNothing() throws IOException {
        models.deploy(List.of(table("2"), table("1")));

        assertThat(latest().getVersionTag()).isEqualTo("2");
        assertThat(result("1")).isEqualTo("EXCELLENT");
        assertThat(result("2")).isEqualTo("GOOD");

        models.deploy(List.of(table("1"), table("2")));

        assertThat(latest().getVersion()).isEqualTo(2);
    }

    @Test
    void inputsThatNoRuleTakesAreSaid() throws IOException {
        models.deploy(List.of(Models.Model.read(
                "overall-result-tt27.dmn",
                read().replaceFirst("(?s)<rule id=\"rule_notCompleted\">.*?</rule>", "")
                        .getBytes(StandardCharsets.UTF_8))));

        assertThatThrownBy(() -> tables.first(
                        "overallResultTt27", "1", Map.of("subjectLevel", "C", "traitLevel", "C", "lowestMark", 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no rule of overallResultTt27:1");
    }

    /** Version 1 is the project's; in version 2 «xuất sắc» takes a ten. */
    private static Models.Model table(String version) throws IOException {
        String text = version.equals("1")
                ? read()
                : read().replace("versionTag=\"1\"", "versionTag=\"" + version + "\"")
                        .replace("&gt;= 9", "&gt;= 10");
        return Models.Model.read(
                "overall-result-tt27" + (version.equals("1") ? "" : "-" + version) + ".dmn",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read() throws IOException {
        return Files.readString(Path.of("processes/overall-result-tt27.dmn"));
    }
}
