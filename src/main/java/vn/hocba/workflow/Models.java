package vn.hocba.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys {@code processes/*} under stable names: a new version only when a model has changed. */
@Component
class Models implements InitializingBean {

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("hocba").enableDuplicateFiltering(true);
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String pattern : new String[] {"classpath*:processes/*.bpmn", "classpath*:processes/*.dmn"}) {
            for (Resource model : resources.getResources(pattern)) {
                try (InputStream content = model.getInputStream()) {
                    deployment.addInputStream("processes/" + model.getFilename(), content);
                }
            }
        }
        deployment.deploy();
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
