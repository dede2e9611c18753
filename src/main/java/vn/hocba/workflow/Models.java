package vn.hocba.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/*} under stable names: a model only when its version tag is above the deployed one's, so that a node of an older release that
 * starts beside newer ones takes nothing back.
 */
@Component
class Models implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A model of this release.
     *
     * @param tag its version tag, a whole number from 1 that every change of the file raises
     */
    record Model(String name, String key, int tag, byte[] content) {

        /** @throws IllegalStateException when the file has no version tag, or one that is no whole number */
        static Model read(String fileName, byte[] content) {
            String name = "processes/" + fileName;
            if (fileName.endsWith(".dmn")) {
                Decision table = Dmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Decision.class)
                        .iterator()
                        .next();
                return new Model(name, table.getId(), tag(name, table.getVersionTag()), content);
            }
            Process process = Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Process.class)
                    .iterator()
                    .next();
            return new Model(name, process.getId(), tag(name, process.getCamundaVersionTag()), content);
        }

        private static int tag(String name, String written) {
            if (written == null || !written.matches("[1-9][0-9]{0,8}")) {
                throw new IllegalStateException(name + " needs a camunda:versionTag, a whole number from 1");
            }
            return Integer.parseInt(written);
        }
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        List<Model> models = new ArrayList<>();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String pattern : new String[] {"classpath*:processes/*.bpmn", "classpath*:processes/*.dmn"}) {
            for (Resource model : resources.getResources(pattern)) {
                models.add(Model.read(model.getFilename(), model.getContentAsByteArray()));
            }
        }
        deploy(models);
    }

    /**
     * Deploys what is newer than what is there; what is older stays undeployed. Of a decision table there may be several versions, each in its file, because
     * former years are judged by former ones: they are deployed one after the other, the newest last.
     *
     * @throws IllegalStateException when a model differs from the deployed one of the same version tag: two releases cannot tell which of them is newer
     */
    void deploy(List<Model> models) throws IOException {
        Map<String, Deque<Model>> versions = new LinkedHashMap<>();
        models.stream().sorted(Comparator.comparingInt(Model::tag)).forEach(model -> versions.computeIfAbsent(
                        model.key(), key -> new ArrayDeque<>())
                .add(model));
        while (!versions.isEmpty()) {
            List<Model> next =
                    versions.values().stream().map(Deque::removeFirst).toList();
            deployOnce(next, key -> versions.get(key).isEmpty());
            versions.values().removeIf(Deque::isEmpty);
        }
    }

    /** @param isNewest whether this release has no later version of a model */
    private void deployOnce(List<Model> models, Predicate<String> isNewest) throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("hocba").enableDuplicateFiltering(true);
        boolean any = false;
        for (Model model : models) {
            Deployed deployed = deployed(model);
            if (deployed.tag() > model.tag()) {
                if (isNewest.test(model.key())) {
                    LOG.warn(
                            "{} is deployed with version tag {}: {} stays aside",
                            model.name(),
                            deployed.tag(),
                            model.tag());
                }
            } else if (deployed.tag() < model.tag()) {
                deployment.addInputStream(model.name(), new ByteArrayInputStream(model.content()));
                any = true;
            } else if (!Arrays.equals(model.content(), content(deployed))) {
                throw new IllegalStateException(
                        model.name() + " differs from the deployed model of the same version tag " + model.tag()
                                + ": raise its camunda:versionTag");
            }
        }
        if (any) {
            deployment.deploy();
        }
    }

    /** The newest deployed version of a model; tag 0 where there is none, or where it is from before models had tags. */
    private record Deployed(String deploymentId, String resource, int tag) {

        static Deployed of(ResourceDefinition definition, String tag) {
            return new Deployed(
                    definition.getDeploymentId(),
                    definition.getResourceName(),
                    tag == null ? 0 : Integer.parseInt(tag));
        }
    }

    private Deployed deployed(Model model) {
        if (model.name().endsWith(".dmn")) {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(model.key())
                    .latestVersion()
                    .singleResult();
            return table == null ? new Deployed(null, null, 0) : Deployed.of(table, table.getVersionTag());
        }
        ProcessDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(model.key())
                .latestVersion()
                .singleResult();
        return process == null ? new Deployed(null, null, 0) : Deployed.of(process, process.getVersionTag());
    }

    private byte[] content(Deployed deployed) throws IOException {
        try (InputStream content = repository.getResourceAsStream(deployed.deploymentId(), deployed.resource())) {
            return content.readAllBytes();
        }
    }

    /** How a model labels one of its elements. */
    static String label(RepositoryService repository, String processDefinitionId, String elementId) {
        FlowElement element =
                repository.getBpmnModelInstance(processDefinitionId).getModelElementById(elementId);
        return element.getName();
    }

    static String xml(RepositoryService repository, String processDefinitionId) {
        try (InputStream model = repository.getProcessModel(processDefinitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
