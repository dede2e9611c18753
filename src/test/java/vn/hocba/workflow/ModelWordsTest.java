package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models and code meet in words: messages, steps, states, decisions. What one side calls otherwise waits for ever. */
class ModelWordsTest {

    private static final Pattern MESSAGE = Pattern.compile("\"(hocba\\.[a-z]+)\"");
    private static final Pattern LITERAL = Pattern.compile("'([A-Z_]+)'");

    private static String code;

    private final Map<String, BpmnModelInstance> models = ModelFiles.all();

    @BeforeAll
    static void readTheCode() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            code = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ModelWordsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void everyMessageThatIsSentIsWaitedForAndTheOtherWayRound() {
        Set<String> sent = new TreeSet<>();
        Matcher sends = MESSAGE.matcher(code);
        while (sends.find()) {
            if (!code.contains("@ConfigurationProperties(\"" + sends.group(1) + "\")")
                    && !code.contains("@ConditionalOnProperty(\"" + sends.group(1) + "\")")
                    && !sends.group(1).equals("hocba.css")) {
                sent.add(sends.group(1));
            }
        }
        Set<String> waited = new TreeSet<>();
        for (BpmnModelInstance model : models.values()) {
            for (MessageEventDefinition event : model.getModelElementsByType(MessageEventDefinition.class)) {
                waited.add(event.getMessage().getName());
            }
        }
        assertThat(waited).isEqualTo(sent);
    }

    @Test
    void everyMessageThatAModelDeclaresIsWaitedForInIt() {
        for (BpmnModelInstance model : models.values()) {
            assertThat(model.getModelElementsByType(MessageEventDefinition.class).stream()
                            .map(MessageEventDefinition::getMessage)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(Message.class));
        }
    }

    @Test
    void everyWordThatAModelHandsOverIsOneThatTheCodeKnows() {
        for (Map.Entry<String, BpmnModelInstance> model : models.entrySet()) {
            Matcher words = LITERAL.matcher(Bpmn.convertToString(model.getValue()));
            while (words.find()) {
                assertThat(Pattern.compile("\\b" + words.group(1) + "\\b")
                                .matcher(code)
                                .find())
                        .as(model.getKey() + ": " + words.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void everyEndOfARequestSaysHowItEnded() {
        for (Map.Entry<String, BpmnModelInstance> model : models.entrySet()) {
            if (!Bpmn.convertToString(model.getValue()).contains("requestSteps.")) {
                continue;
            }
            for (EndEvent end : model.getValue().getModelElementsByType(EndEvent.class)) {
                assertThat(end.getExtensionElements())
                        .as(model.getKey() + ": " + end.getId())
                        .isNotNull();
                assertThat(end.getExtensionElements().getDomElement().getChildElements().stream()
                                .map(listener -> listener.getAttribute("expression")))
                        .as(model.getKey() + ": " + end.getId())
                        .anyMatch(expression -> expression.contains("requestSteps.ended("));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
