package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The drawing stands on the page of every record: whoever looks at it can read each word. */
class ModelDrawingTest {

    /** The viewer breaks a label outside its shape at this width, at 11 pixels a line. */
    private static final double LABEL_WIDTH = 90;

    private static final double LETTER_WIDTH = 6;
    private static final double WIDE_LETTER = 6.4;
    private static final double LINE_HEIGHT = 13;

    /** Words on the page, and whose they are. */
    private record Label(String of, String words, Rectangle2D where) {}

    /** A straight piece of a flow. */
    private record Line(String of, Line2D where) {}

    /** A shape that words must keep off. */
    private record Shape(String of, Rectangle2D where) {}

    @TestFactory
    List<DynamicTest> noLabelTouchesALineAShapeOrAnotherLabel() {
        return each(model -> {
            List<Label> labels = labels(model);
            List<String> touching = new ArrayList<>();
            for (Label label : labels) {
                for (Line line : lines(model)) {
                    if (line.where().intersects(label.where())) {
                        touching.add("«" + label.words() + "» of " + label.of() + " is struck through by " + line.of());
                    }
                }
                for (Shape shape : shapes(model)) {
                    if (shape.where().intersects(label.where())) {
                        touching.add("«" + label.words() + "» of " + label.of() + " lies on " + shape.of());
                    }
                }
                for (Label other : labels) {
                    if (label.of().compareTo(other.of()) < 0 && label.where().intersects(other.where())) {
                        touching.add("«" + label.words() + "» and «" + other.words() + "» lie on each other");
                    }
                }
            }
            assertThat(touching).isEmpty();
        });
    }

    @TestFactory
    List<DynamicTest> everyAnswerStandsBesideItsFlow() {
        return each(model -> {
            for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
                SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
                assertThat(edge.getBpmnLabel() == null).as(flow.getId()).isEqualTo(flow.getName() == null);
            }
        });
    }

    @TestFactory
    List<DynamicTest> noTwoFlowsRunOnTopOfEachOther() {
        return each(model -> {
            List<Line> lines = lines(model);
            List<String> covering = new ArrayList<>();
            for (Line one : lines) {
                for (Line other : lines) {
                    if (one.of().compareTo(other.of()) < 0 && shared(one.where(), other.where()) > 10) {
                        covering.add(one.of() + " and " + other.of());
                    }
                }
            }
            assertThat(covering).isEmpty();
        });
    }

    @TestFactory
    List<DynamicTest> everyFlowBeginsAndEndsOnItsShapes() {
        return each(model -> {
            for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
                SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
                List<Waypoint> points = List.copyOf(edge.getWaypoints());
                assertThat(bounds(model, flow.getSource()).distance(points.get(0)))
                        .as(flow.getId() + " begins on " + flow.getSource().getId())
                        .isLessThan(2);
                assertThat(bounds(model, flow.getTarget()).distance(points.get(points.size() - 1)))
                        .as(flow.getId() + " ends on " + flow.getTarget().getId())
                        .isLessThan(2);
            }
        });
    }

    private interface Check {
        void on(BpmnModelInstance model);
    }

    private static List<DynamicTest> each(Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, BpmnModelInstance> model : ModelFiles.all().entrySet()) {
            tests.add(DynamicTest.dynamicTest(model.getKey(), () -> check.on(model.getValue())));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static List<Label> labels(BpmnModelInstance model) {
        List<Label> labels = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnLabel() != null) {
                FlowNode node = (FlowNode) shape.getBpmnElement();
                labels.add(new Label(
                        node.getId(),
                        node.getName(),
                        text(node.getName(), shape.getBpmnLabel().getBounds())));
            }
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            if (edge.getBpmnLabel() != null) {
                labels.add(new Label(
                        flow.getId(),
                        flow.getName(),
                        text(flow.getName(), edge.getBpmnLabel().getBounds())));
            }
        }
        return labels;
    }

    /** Where the viewer writes: centred on the label's bounds, from their upper edge. Letters differ, so both a narrow and a wide one are assumed. */
    private static Rectangle2D text(String words, Bounds bounds) {
        return text(words, bounds, LETTER_WIDTH).createUnion(text(words, bounds, WIDE_LETTER));
    }

    private static Rectangle2D text(String words, Bounds bounds, double letter) {
        int lines = 1;
        int line = 0;
        int longest = 0;
        for (String word : words.split(" ")) {
            if (line > 0 && (line + 1 + word.length()) * letter > LABEL_WIDTH) {
                lines++;
                line = 0;
            }
            line += line == 0 ? word.length() : 1 + word.length();
            longest = Math.max(longest, line);
        }
        double width = longest * LETTER_WIDTH;
        return new Rectangle2D.Double(
                bounds.getX() + (bounds.getWidth() - width) / 2, bounds.getY(), width, lines * LINE_HEIGHT);
    }

    private static List<Line> lines(BpmnModelInstance model) {
        List<Line> lines = new ArrayList<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            Waypoint from = null;
            for (Waypoint to : edge.getWaypoints()) {
                if (from != null) {
                    lines.add(line(edge.getBpmnElement(), from.getX(), from.getY(), to.getX(), to.getY()));
                }
                from = to;
            }
        }
        for (SubProcess inside : model.getModelElementsByType(SubProcess.class)) {
            Place frame = bounds(model, inside);
            lines.add(line(inside, frame.left(), frame.top(), frame.right(), frame.top()));
            lines.add(line(inside, frame.left(), frame.bottom(), frame.right(), frame.bottom()));
            lines.add(line(inside, frame.left(), frame.top(), frame.left(), frame.bottom()));
            lines.add(line(inside, frame.right(), frame.top(), frame.right(), frame.bottom()));
        }
        return lines;
    }

    private static Line line(BaseElement of, double fromX, double fromY, double toX, double toY) {
        return new Line(of.getId(), new Line2D.Double(fromX, fromY, toX, toY));
    }

    private static List<Shape> shapes(BpmnModelInstance model) {
        List<Shape> shapes = new ArrayList<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (!(shape.getBpmnElement() instanceof SubProcess)) {
                Place place = bounds(model, (FlowNode) shape.getBpmnElement());
                // Circles and diamonds leave their corners free.
                double corner = shape.getBpmnElement() instanceof Activity
                        ? 0
                        : shape.getBpmnElement() instanceof BoundaryEvent ? 3 : 8;
                shapes.add(new Shape(
                        shape.getBpmnElement().getId(),
                        new Rectangle2D.Double(
                                place.left() + corner,
                                place.top() + corner,
                                place.right() - place.left() - 2 * corner,
                                place.bottom() - place.top() - 2 * corner)));
            }
        }
        return shapes;
    }

    private record Place(double left, double top, double right, double bottom) {

        double distance(Waypoint point) {
            double outsideX = Math.max(Math.max(left - point.getX(), point.getX() - right), 0);
            double outsideY = Math.max(Math.max(top - point.getY(), point.getY() - bottom), 0);
            return Math.hypot(outsideX, outsideY);
        }
    }

    private static Place bounds(BpmnModelInstance model, FlowNode node) {
        Bounds bounds = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().equals(node))
                .findFirst()
                .orElseThrow()
                .getBounds();
        return new Place(
                bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(), bounds.getY() + bounds.getHeight());
    }

    /** How long two pieces run on the same line, in pixels; 0 where they only meet or cross. */
    private static double shared(Line2D one, Line2D other) {
        if (one.getX1() == one.getX2() && other.getX1() == other.getX2() && one.getX1() == other.getX1()) {
            return overlap(one.getY1(), one.getY2(), other.getY1(), other.getY2());
        }
        if (one.getY1() == one.getY2() && other.getY1() == other.getY2() && one.getY1() == other.getY1()) {
            return overlap(one.getX1(), one.getX2(), other.getX1(), other.getX2());
        }
        return 0;
    }

    private static double overlap(double a, double b, double c, double d) {
        return Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)));
    }
}
