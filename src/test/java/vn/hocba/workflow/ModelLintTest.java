package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.junit.jupiter.api.Test;

/**
 * The rules that bpmnlint calls recommended, one test each under its name there, as far as these models have what a rule is about. Written here
 * because the build needs a JDK and nothing else.
 */
class ModelLintTest {

    private final Map<String, BpmnModelInstance> models = ModelFiles.all();

    @Test
    void fakeJoin() {
        assertThat(nodes(node -> (node instanceof Activity || node instanceof EndEvent)
                        && node.getIncoming().size() > 1))
                .as("flows that come together do it in a gateway")
                .isEmpty();
    }

    @Test
    void noGatewayJoinFork() {
        assertThat(nodes(node -> node instanceof Gateway
                        && node.getIncoming().size() > 1
                        && node.getOutgoing().size() > 1))
                .as("a gateway joins or forks")
                .isEmpty();
    }

    @Test
    void superfluousGateway() {
        assertThat(nodes(node -> node instanceof Gateway
                        && node.getIncoming().size() == 1
                        && node.getOutgoing().size() == 1))
                .isEmpty();
    }

    @Test
    void noImplicitSplit() {
        assertThat(nodes(
                        node -> !(node instanceof Gateway) && node.getOutgoing().size() > 1))
                .isEmpty();
    }

    @Test
    void noDisconnected() {
        assertThat(nodes(node -> node.getIncoming().isEmpty()
                        && !(node instanceof StartEvent)
                        && !(node instanceof BoundaryEvent)))
                .as("nobody gets there")
                .isEmpty();
        assertThat(nodes(node -> node.getOutgoing().isEmpty() && !(node instanceof EndEvent)))
                .as("nothing follows")
                .isEmpty();
    }

    @Test
    void noDuplicateSequenceFlows() {
        for (Map.Entry<String, BpmnModelInstance> model : models.entrySet()) {
            Set<String> ways = new HashSet<>();
            for (SequenceFlow flow : model.getValue().getModelElementsByType(SequenceFlow.class)) {
                assertThat(ways.add(flow.getSource().getId() + " "
                                + flow.getTarget().getId()))
                        .as(model.getKey() + ": " + flow.getId())
                        .isTrue();
            }
        }
    }

    @Test
    void labelRequired() {
        assertThat(nodes(node -> isBlank(node.getName()) && !isJoin(node)))
                .as("every step and event has its words")
                .isEmpty();
        assertThat(nodes(node -> !isBlank(node.getName()) && isJoin(node)))
                .as("where flows only come together there is nothing to say")
                .isEmpty();
        assertThat(flows(flow -> flow.getSource() instanceof ExclusiveGateway
                        && flow.getSource().getOutgoing().size() > 1
                        && isBlank(flow.getName())))
                .as("every answer of a question has its words")
                .isEmpty();
    }

    @Test
    void conditionalFlows() {
        assertThat(flows(flow -> flow.getSource() instanceof ExclusiveGateway question
                        && question.getOutgoing().size() > 1
                        && (flow.getConditionExpression() == null) != flow.equals(question.getDefault())))
                .as("every answer has a condition, but for the one that is taken otherwise")
                .isEmpty();
        assertThat(flows(flow ->
                        flow.getConditionExpression() != null && !(flow.getSource() instanceof ExclusiveGateway)))
                .isEmpty();
    }

    @Test
    void eventBasedGateway() {
        assertThat(nodes(node -> node instanceof EventBasedGateway
                        && (node.getOutgoing().size() < 2
                                || !node.getSucceedingNodes().list().stream()
                                        .allMatch(next -> next instanceof IntermediateCatchEvent
                                                && next.getIncoming().size() == 1))))
                .isEmpty();
    }

    @Test
    void singleEventDefinition() {
        assertThat(nodes(node -> node instanceof CatchEvent event
                        && event.getEventDefinitions().size() > 1))
                .isEmpty();
        assertThat(nodes(node -> node instanceof ThrowEvent event
                        && event.getEventDefinitions().size() > 1))
                .isEmpty();
        assertThat(nodes(node -> (node instanceof IntermediateCatchEvent || node instanceof BoundaryEvent)
                        && ((CatchEvent) node).getEventDefinitions().isEmpty()))
                .isEmpty();
    }

    @Test
    void startEventRequiredEndEventRequiredAndSingleBlankStartEvent() {
        for (BpmnModelInstance model : models.values()) {
            for (Process process : model.getModelElementsByType(Process.class)) {
                demandStartAndEnd(process.getId(), process.getFlowElements());
            }
            for (SubProcess inside : model.getModelElementsByType(SubProcess.class)) {
                demandStartAndEnd(inside.getId(), inside.getFlowElements());
            }
        }
    }

    @Test
    void noComplexGatewayNoInclusiveGateway() {
        assertThat(nodes(node -> node instanceof ComplexGateway || node instanceof InclusiveGateway))
                .isEmpty();
    }

    private static void demandStartAndEnd(String of, Collection<FlowElement> elements) {
        assertThat(elements.stream()
                        .filter(StartEvent.class::isInstance)
                        .map(StartEvent.class::cast)
                        .filter(start -> start.getEventDefinitions().isEmpty()))
                .as(of)
                .hasSize(1);
        assertThat(elements).as(of).anyMatch(EndEvent.class::isInstance);
    }

    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway
                && node.getIncoming().size() > 1
                && node.getOutgoing().size() == 1;
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }

    private List<String> nodes(Predicate<FlowNode> wrong) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, BpmnModelInstance> model : models.entrySet()) {
            for (FlowNode node : model.getValue().getModelElementsByType(FlowNode.class)) {
                if (wrong.test(node)) {
                    found.add(model.getKey() + ": " + node.getId());
                }
            }
        }
        return found;
    }

    private List<String> flows(Predicate<SequenceFlow> wrong) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, BpmnModelInstance> model : models.entrySet()) {
            for (SequenceFlow flow : model.getValue().getModelElementsByType(SequenceFlow.class)) {
                if (wrong.test(flow)) {
                    found.add(model.getKey() + ": " + flow.getId());
                }
            }
        }
        return found;
    }
}
