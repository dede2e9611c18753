package vn.hocba.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.interceptor.Session;

/** What {@link ReadAhead} has read in a command of the engine, beside what the engine keeps itself. */
final class KnownInstances implements Session {

    private final Map<String, HistoricProcessInstanceEventEntity> instances = new HashMap<>();
    private final Map<String, Date> starts = new HashMap<>();
    private final Set<String> jobless = new HashSet<>();

    void addInstances(Collection<? extends HistoricProcessInstanceEventEntity> some) {
        some.forEach(instance -> instances.put(instance.getProcessInstanceId(), instance));
        addScopes(some);
    }

    void addScopes(Collection<? extends HistoricScopeInstanceEvent> some) {
        some.forEach(scope -> starts.put(scope.getId(), scope.getStartTime()));
    }

    void addJobless(Collection<String> subscriptions) {
        jobless.addAll(subscriptions);
    }

    /** The history of an instance; null where it was not read. */
    HistoricProcessInstanceEventEntity instance(String id) {
        return instances.get(id);
    }

    /** When an instance or an activity of it began; null where it was not read. */
    Date start(String id) {
        return starts.get(id);
    }

    /** Whether nobody has asked for this event subscription to be triggered later. */
    boolean isJobless(String subscription) {
        return jobless.contains(subscription);
    }

    @Override
    public void flush() {
        // It only knows what was read.
    }

    @Override
    public void close() {
        // It holds nothing but memory.
    }
}
