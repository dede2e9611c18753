package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class ModelsTest {

    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\((.*)\\)}");
    private static final Pattern QUESTION_OR_PERIOD = Pattern.compile(
            "\\$\\{more}|\\$\\{(decision|target) (==|!=) '[A-Z_]*'}|(R[0-9]*/)?P[0-9A-Z]+(,P[0-9A-Z]+)*");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> TEXTS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle", "failedJobRetryTimeCycle");

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationContext beans;

    @Test
    void everyExpressionCallsAMethodThatABeanHas() {
        for (BpmnModelInstance model : models()) {
            for (ModelElementInstance element :
                    model.getModelElementsByType(model.getModel().getType(ModelElementInstance.class))) {
                for (String expression : expressions(element)) {
                    Matcher call = CALL.matcher(expression);
                    if (!call.matches()) {
                        assertThat(expression)
                                .as("a call, a question about a variable, or a period")
                                .matches(QUESTION_OR_PERIOD);
                    } else {
                        assertThat(beans.containsBean(call.group(1)))
                                .as(expression)
                                .isTrue();
                        int arguments =
                                call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
                        assertThat(methods(call.group(1)))
                                .as(expression)
                                .anyMatch(method -> method.getName().equals(call.group(2))
                                        && method.getParameterCount() == arguments);
                    }
                }
            }
        }
    }

    @Test
    void noModelNamesAJavaClass() {
        assertThat(models()).allSatisfy(model -> assertThat(Bpmn.convertToString(model))
                .doesNotContain("camunda:class", "vn.hocba."));
    }

    @Test
    void everyElementHasItsShapeAndEveryFlowItsEdge() {
        for (BpmnModelInstance model : models()) {
            List<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                    .map(shape -> shape.getBpmnElement().getId())
                    .toList();
            List<String> edges = model.getModelElementsByType(BpmnEdge.class).stream()
                    .map(edge -> edge.getBpmnElement().getId())
                    .toList();
            assertThat(ids(model.getModelElementsByType(FlowNode.class))).containsExactlyInAnyOrderElementsOf(drawn);
            assertThat(model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId))
                    .containsExactlyInAnyOrderElementsOf(edges);
        }
    }

    @Test
    void noTwoShapesOverlap() {
        for (BpmnModelInstance model : models()) {
            // What lies in a sub-process or on its border overlaps it, and has to.
            List<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class).stream()
                    .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess
                            || shape.getBpmnElement() instanceof BoundaryEvent))
                    .toList();
            for (int i = 0; i < shapes.size(); i++) {
                for (int j = i + 1; j < shapes.size(); j++) {
                    if (isOnItsBorder(shapes.get(i), shapes.get(j)) || isOnItsBorder(shapes.get(j), shapes.get(i))) {
                        continue;
                    }
                    assertThat(overlap(shapes.get(i), shapes.get(j)))
                            .as(shapes.get(i).getId() + " and " + shapes.get(j).getId())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyProcessSaysHowLongItsHistoryIsKept() {
        for (BpmnModelInstance model : models()) {
            assertThat(model.getModelElementsByType(Process.class))
                    .allSatisfy(process -> assertThat(process.getCamundaHistoryTimeToLiveString())
                            .isNotBlank());
        }
    }

    @Test
    void whateverTheEngineRunsByItselfIsTriedAgainWithGrowingPauses() {
        for (BpmnModelInstance model : models()) {
            for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
                boolean timer = node instanceof CatchEvent event
                        && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
                if (timer || node.isCamundaAsyncBefore()) {
                    assertThat(node.getExtensionElements())
                            .as(node.getId())
                            .isNotNull()
                            .satisfies(extensions -> assertThat(extensions
                                            .getElementsQuery()
                                            .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                            .singleResult()
                                            .getTextContent())
                                    .contains(","));
                }
            }
        }
    }

    private List<BpmnModelInstance> models() {
        List<BpmnModelInstance> models = new ArrayList<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            models.add(repository.getBpmnModelInstance(definition.getId()));
        }
        assertThat(models).isNotEmpty();
        return models;
    }

    private static List<String> ids(Collection<FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).toList();
    }

    private static List<String> expressions(ModelElementInstance element) {
        List<String> expressions = new ArrayList<>();
        for (String name : List.of("expression", "delegateExpression", "assignee", "candidateGroups")) {
            String value = element.getAttributeValueNs(CAMUNDA, name);
            expressions.add(value == null ? element.getAttributeValue(name) : value);
        }
        if (TEXTS.contains(element.getElementType().getTypeName())) {
            expressions.add(element.getRawTextContent().strip());
        }
        expressions.removeIf(Objects::isNull);
        return expressions;
    }

    private List<Method> methods(String bean) {
        return Arrays.asList(AopUtils.getTargetClass(beans.getBean(bean)).getMethods());
    }

    private static boolean isOnItsBorder(BpmnShape event, BpmnShape activity) {
        return event.getBpmnElement() instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(activity.getBpmnElement());
    }

    private static boolean overlap(BpmnShape first, BpmnShape second) {
        var a = first.getBounds();
        var b = second.getBounds();
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }
}
