package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Nobody waits unseen: every place at which a process can stand still says who acts, what bounds it and who sees it. */
class WaitsTest {

    private static final Path TABLE = Path.of("docs/waits.md");

    private record Wait(String model, String element, List<String> answers) {}

    @Test
    void everyWaitOfAModelIsInTheTableAndNothingElse() throws IOException {
        Set<String> waits = new TreeSet<>();
        for (Map.Entry<String, BpmnModelInstance> model : ModelFiles.all().entrySet()) {
            for (FlowNode node : model.getValue().getModelElementsByType(FlowNode.class)) {
                if (isWait(node)) {
                    waits.add(model.getKey().replace(".bpmn", "") + " " + node.getId());
                }
            }
        }

        assertThat(table().stream().map(wait -> wait.model() + " " + wait.element()))
                .containsExactlyInAnyOrderElementsOf(waits);
    }

    @Test
    void everyWaitHasSomebodyWhoActsAndSomebodyWhoSeesIt() throws IOException {
        assertThat(table()).allSatisfy(wait -> assertThat(wait.answers())
                .as(wait.model() + " " + wait.element())
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer).isNotBlank())
                .last()
                .isNotEqualTo("–"));
    }

    /** What the engine does by itself may fail: then it is on one card. */
    @Test
    void everyStepThatTheEngineTakesByItselfIsSeenByTheSoWhenItFails() throws IOException {
        assertThat(table().stream().filter(wait -> wait.answers().get(0).startsWith("engine")))
                .isNotEmpty()
                .allSatisfy(wait -> assertThat(wait.answers().get(2))
                        .as(wait.model() + " " + wait.element())
                        .contains("«Sự cố của hệ thống»"));
    }

    /** A person's task, a message or an instant that is waited for, a job. A message on a border waits for nobody: what it lies on does. */
    private static boolean isWait(FlowNode node) {
        if (node instanceof BoundaryEvent border) {
            return border.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        }
        return node instanceof UserTask || node instanceof IntermediateCatchEvent || node.isCamundaAsyncBefore();
    }

    private static List<Wait> table() throws IOException {
        List<Wait> waits = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| ") && !cells[1].strip().equals("model")) {
                waits.add(new Wait(
                        cells[1].strip(),
                        cells[2].strip().replace("`", ""),
                        List.of(cells).subList(3, cells.length).stream()
                                .map(String::strip)
                                .toList()));
            }
        }
        assertThat(waits).isNotEmpty();
        return waits;
    }
}
