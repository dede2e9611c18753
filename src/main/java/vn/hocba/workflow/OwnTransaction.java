package vn.hocba.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Does something to one record in a transaction of its own, also where the engine itself is calling: what the engine does inside then belongs to that
 * transaction and not to the one around. A plain {@code REQUIRES_NEW} would not do: inside a job the engine writes everything at the job's end.
 */
@Component
public class OwnTransaction {

    private final CommandExecutor executor;

    OwnTransaction(ProcessEngineConfiguration engine) {
        this.executor = ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequiresNew();
    }

    /** Commits before it returns; an exception rolls back and is thrown on. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** The same with a result. */
    public <T> T call(Supplier<T> work) {
        return executor.execute(context -> work.get());
    }
}
