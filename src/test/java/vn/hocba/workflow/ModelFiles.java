package vn.hocba.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models as they lie in `processes`, without an engine. */
final class ModelFiles {

    private ModelFiles() {}

    /** Every process model by the name of its file. */
    static Map<String, BpmnModelInstance> all() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .forEach(file -> models.put(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return models;
    }
}
