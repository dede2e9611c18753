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

    /** Where the table of the requests begins, one line for each kind, under the name of its model. */
    private static final String REQUESTS = "## What a request keeps waiting, and how it ends";

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

    @Test
    void everyKindOfRequestSaysItsEndAndWhatItKeepsWaiting() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<Wait> kinds = rows(lines.subList(lines.indexOf(REQUESTS), lines.size()), "kind");

        assertThat(kinds)
                .extracting(Wait::model)
                .contains("correction", "exemption", "inclusion", "promotion", "retraction", "supplement", "transfer")
                .doesNotHaveDuplicates()
                .allSatisfy(kind -> assertThat(ModelFiles.all()).containsKey(kind + ".bpmn"));
        assertThat(kinds).allSatisfy(kind -> assertThat(kind.answers())
                .as(kind.model())
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer).isNotBlank()));
    }

    /** A person's task, a message or an instant that is waited for, a job. A message on a border waits for nobody: what it lies on does. */
    private static boolean isWait(FlowNode node) {
        if (node instanceof BoundaryEvent border) {
            return border.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        }
        return node instanceof UserTask || node instanceof IntermediateCatchEvent || node.isCamundaAsyncBefore();
    }

    private static List<Wait> table() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        return rows(lines.subList(0, lines.indexOf(REQUESTS)), "model");
    }

    private static List<Wait> rows(List<String> lines, String head) {
        List<Wait> waits = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| ") && !cells[1].strip().equals(head)) {
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
