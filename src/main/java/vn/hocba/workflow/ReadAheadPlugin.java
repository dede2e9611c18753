package vn.hocba.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.springframework.stereotype.Component;

/** Lets the engine use what {@link ReadAhead} has read, and ask the database for the rest as always. */
@Component
class ReadAheadPlugin extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "read-ahead.xml";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new Sessions(KnownInstances.class, KnownInstances::new));
        sessions.add(new Sessions(JobManager.class, Jobs::new));
        engine.setCustomSessionFactories(sessions);
        engine.setHistoryEventProducer(new Producer());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new Handler());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        InputStream file = ReadAheadPlugin.class.getResourceAsStream(STATEMENTS);
        new XMLMapperBuilder(file, statements, STATEMENTS, statements.getSqlFragments()).parse();
    }

    private static KnownInstances known() {
        return Context.getCommandContext().getSession(KnownInstances.class);
    }

    private record Sessions(Class<? extends Session> type, Supplier<Session> open) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return open.get();
        }
    }

    /** Says when the history of an instance is to go. */
    private static final class Producer extends CacheAwareHistoryEventProducer {

        @Override
        protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
            HistoricProcessInstanceEventEntity instance = known().instance(id);
            return instance == null ? super.getHistoricRootProcessInstance(id) : instance;
        }
    }

    /** Says how long something took. */
    private static final class Handler extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            Date start = isInitialEvent(event) ? null : known().start(event.getId());
            if (start != null
                    && event instanceof HistoricScopeInstanceEvent scope
                    && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
                scope.setStartTime(start);
                getDbEntityManager().merge(event);
            } else {
                super.insertOrUpdate(event);
            }
        }
    }

    /** Finds what is to be triggered later. */
    private static final class Jobs extends JobManager {

        @Override
        public List<JobEntity> findJobsByConfiguration(String type, String configuration, String tenantId) {
            return ProcessEventJobHandler.TYPE.equals(type) && known().isJobless(configuration)
                    ? List.of()
                    : super.findJobsByConfiguration(type, configuration, tenantId);
        }
    }
}
