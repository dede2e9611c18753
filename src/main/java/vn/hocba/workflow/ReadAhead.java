package vn.hocba.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * Reads for many instances at once what the engine would look up instance by instance while a message moves each of them: a statement per table instead of ten
 * per instance. It holds for the engine's command around the caller, such as a job; without one it is read for nothing. Where an instance has
 * something else to do, the engine reads on as always (docs/decisions/0009).
 */
@Component
class ReadAhead {

    private static final String STATEMENTS = ReadAhead.class.getName() + ".";

    private final CommandExecutor executor;

    ReadAhead(ProcessEngineConfiguration engine) {
        this.executor = ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequired();
    }

    /**
     * Reads what belongs to the instances with these business keys that wait at an activity.
     *
     * @return ids of the executions that wait there, as many as there are, in no order
     */
    List<String> waitingAt(String activity, Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : executor.execute(context -> waitingAt(context, activity, businessKeys));
    }

    private static List<String> waitingAt(CommandContext context, String activity, Collection<String> businessKeys) {
        // A tree that the engine has put together before must not be put together twice.
        Set<String> known =
                ids(context.getDbEntityManager().getDbEntityCache().getEntitiesByType(ExecutionEntity.class));
        List<ExecutionEntity> all = select(context, "executions", businessKeys);
        Set<String> waiting = all.stream()
                .filter(execution -> activity.equals(execution.getActivityId()))
                .map(ExecutionEntity::getProcessInstanceId)
                .collect(Collectors.toSet());
        Map<String, List<ExecutionEntity>> unknown = all.stream()
                .filter(execution -> waiting.contains(execution.getProcessInstanceId()))
                .collect(Collectors.groupingBy(ExecutionEntity::getProcessInstanceId));
        unknown.values().removeIf(tree -> tree.stream().anyMatch(execution -> known.contains(execution.getId())));
        if (!unknown.isEmpty()) {
            restore(context, unknown);
        }
        return all.stream()
                .filter(execution -> activity.equals(execution.getActivityId()))
                .map(ExecutionEntity::getId)
                .toList();
    }

    private static void restore(CommandContext context, Map<String, List<ExecutionEntity>> trees) {
        List<ExecutionEntity> executions =
                trees.values().stream().flatMap(List::stream).toList();
        List<EventSubscriptionEntity> subscriptions = select(context, "subscriptions", ids(executions));
        List<VariableInstanceEntity> variables = select(context, "variables", ids(executions));
        Map<String, List<EventSubscriptionEntity>> subscriptionsOf =
                subscriptions.stream().collect(Collectors.groupingBy(EventSubscriptionEntity::getProcessInstanceId));
        Map<String, List<VariableInstanceEntity>> variablesOf = variables.stream()
                .filter(variable -> variable.getTaskId() == null)
                .collect(Collectors.groupingBy(VariableInstanceEntity::getProcessInstanceId));
        for (ExecutionEntity instance : executions) {
            if (instance.isProcessInstanceExecution()) {
                instance.restoreProcessInstance(
                        trees.get(instance.getId()),
                        subscriptionsOf.getOrDefault(instance.getId(), List.of()),
                        variablesOf.getOrDefault(instance.getId(), List.of()),
                        null,
                        null,
                        null,
                        null);
            }
        }
        remember(context, trees.keySet(), executions, subscriptions);
    }

    private static void remember(
            CommandContext context,
            Set<String> instances,
            List<ExecutionEntity> executions,
            List<EventSubscriptionEntity> subscriptions) {
        KnownInstances known = context.getSession(KnownInstances.class);
        List<HistoricProcessInstanceEntity> historic = select(context, "historicInstances", instances);
        known.addInstances(historic);
        List<HistoricScopeInstanceEvent> activities = select(
                context,
                "historicActivities",
                executions.stream()
                        .map(ExecutionEntity::getActivityInstanceId)
                        .filter(id -> id != null)
                        .collect(Collectors.toSet()));
        known.addScopes(activities);
        Set<String> jobless = ids(subscriptions);
        List<String> withJob = select(context, "subscriptionsWithJob", jobless);
        jobless.removeAll(withJob);
        known.addJobless(jobless);
    }

    private static Set<String> ids(Collection<? extends DbEntity> entities) {
        return entities.stream().map(DbEntity::getId).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> select(CommandContext context, String statement, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : context.getDbEntityManager()
                        .selectListWithRawParameter(
                                STATEMENTS + statement, Map.of("ids", new ArrayList<>(ids)), 0, Integer.MAX_VALUE);
    }
}
