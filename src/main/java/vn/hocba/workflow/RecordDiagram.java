package vn.hocba.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where records are in their process, for the diagram on their page. */
@Service
@Transactional(readOnly = true)
public class RecordDiagram {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    RecordDiagram(RuntimeService runtime, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /**
     * Where a record is in its process.
     *
     * @param model the BPMN XML
     * @param current ids of the elements where it waits; empty when it is over
     * @param passed ids of the elements it has left; empty where that is not known any more: the engine keeps it for a time only
     */
    public record Place(String model, Collection<String> current, Collection<String> passed) {

        /** Whether the process is over and nothing is known any more of the way it took. */
        public boolean isForgotten() {
            return current.isEmpty() && passed.isEmpty();
        }
    }

    /** Where a record is in its process. */
    public Place of(String recordId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(RecordProcesses.PROCESS)
                .processInstanceBusinessKey(recordId)
                .list()
                .stream()
                .max(latestLast())
                .map(instance -> place(instance.getProcessDefinitionId(), instance.getId()))
                .orElseGet(() -> placeWithoutHistory(recordId));
    }

    /** A record that was closed and taken up again has several; of two of one moment the one that goes on. */
    private static Comparator<HistoricProcessInstance> latestLast() {
        return Comparator.comparing(HistoricProcessInstance::getStartTime)
                .thenComparing(instance -> instance.getEndTime() == null);
    }

    private Place placeWithoutHistory(String recordId) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(RecordProcesses.PROCESS)
                .processInstanceBusinessKey(recordId)
                .list()
                .stream()
                .findFirst()
                .map(running -> new Place(
                        Models.xml(repository, running.getProcessDefinitionId()),
                        runtime.getActiveActivityIds(running.getId()),
                        List.of()))
                .orElseGet(() -> new Place(Models.xml(repository, latestModel()), List.of(), List.of()));
    }

    private String latestModel() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(RecordProcesses.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Place place(String definition, String instance) {
        // Where it is inside the sub-process says more than that it is inside.
        List<HistoricActivityInstance> activities = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !activity.getActivityType().equals(ActivityTypes.SUB_PROCESS))
                .toList();
        List<String> current = activities.stream()
                .filter(a -> a.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
        List<String> passed = activities.stream()
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !current.contains(id))
                .distinct()
                .toList();
        return new Place(Models.xml(repository, definition), current, passed);
    }
}
