package vn.hocba.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import vn.hocba.shared.PolicyTable;

/** Every step at which a request waits for a person has a period in which it is answered. */
class DueDatesTest {

    private static final Pattern WAITS =
            Pattern.compile("requestSteps\\.waits\\(execution\\.processBusinessKey, task\\.id, '(\\w+)'\\)");

    @Test
    void everyStepOfEveryRequestIsAnsweredInAPeriodOfThePolicy() throws IOException {
        Set<String> steps = new TreeSet<>();
        ModelFiles.all().forEach((file, model) -> {
            Matcher waits = WAITS.matcher(Bpmn.convertToString(model));
            while (waits.find()) {
                steps.add(file.replace(".bpmn", "").toUpperCase(java.util.Locale.ROOT) + " " + waits.group(1));
            }
        });
        Set<String> periods = PolicyTable.read("policy/periods.csv").stream()
                .map(row -> row.get("kind") + " " + row.get("step"))
                .collect(Collectors.toSet());

        assertThat(steps).hasSizeGreaterThan(15);
        assertThat(periods).containsAll(steps);
    }
}
