package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Two releases over one database: the newer model stays, whoever starts last. */
@SpringBootTest
@ActiveProfiles("test")
class ModelDeploymentTest {

    @Autowired
    Models models;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void takeTheExampleAway() {
        repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("example")
                .list()
                .forEach(version -> repository.deleteDeployment(version.getDeploymentId(), true));
    }

    @Test
    void anOlderNodeThatRestartsDeploysNothingOverANewerOne() throws IOException {
        models.deploy(List.of(example("1", "Cũ")));
        models.deploy(List.of(example("2", "Mới")));
        models.deploy(List.of(example("1", "Cũ")));

        assertThat(latest().getVersion()).isEqualTo(2);
        assertThat(latest().getName()).isEqualTo("Mới");
    }

    @Test
    void theSameModelIsDeployedOnce() throws IOException {
        models.deploy(List.of(example("1", "Một")));
        models.deploy(List.of(example("1", "Một")));

        assertThat(latest().getVersion()).isEqualTo(1);
    }

    @Test
    void aChangedModelUnderTheSameTagStopsTheStartWithWords() throws IOException {
        models.deploy(List.of(example("10", "Một")));

        assertThatThrownBy(() -> models.deploy(List.of(example("10", "Hai"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("raise its camunda:versionTag");
        assertThat(latest().getName()).isEqualTo("Một");
    }

    @Test
    void tagsAreComparedAsNumbers() throws IOException {
        models.deploy(List.of(example("9", "Chín")));
        models.deploy(List.of(example("10", "Mười")));

        assertThat(latest().getName()).isEqualTo("Mười");
    }

    @Test
    void aModelWithoutATagIsNoModelOfARelease() {
        assertThatThrownBy(() -> example("1.0-SNAPSHOT", "Một"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("camunda:versionTag");
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("example")
                .latestVersion()
                .singleResult();
    }

    private static Models.Model example(String tag, String name) {
        return Models.Model.read(
                "example.bpmn",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://hocba.vn/processes">
                  <bpmn:process id="example" name="%s" isExecutable="true" camunda:versionTag="%s" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="startEvent_example" />
                  </bpmn:process>
                </bpmn:definitions>
                """
                        .formatted(name, tag)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
