package vn.hocba.workflow;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engine's attempts of running processes. The engine's own queries know no set of business keys: they would ask once per process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Attempts {

    /** Business keys per statement. */
    private static final int AT_ONCE = 1000;

    private static final String SELECT =
            """
            select e.BUSINESS_KEY_, j.PROCESS_DEF_ID_, d.ACT_ID_, j.RETRIES_, j.DUEDATE_,
            case when j.EXCEPTION_STACK_ID_ is null and j.EXCEPTION_MSG_ is null then 0 else 1 end as FAILED_, j.ID_
            from ACT_RU_EXECUTION e join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_ join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
            where e.BUSINESS_KEY_ in (:keys) and j.PROCESS_DEF_KEY_ = :process
            """;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final EngineClock clock;
    private final JdbcClient jdbc;

    Attempts(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            EngineClock clock,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** By business key, for processes that wait for one job at a time; a key whose process waits for none, or is over, is missing. */
    Map<String, Attempt> of(String process, Collection<String> businessKeys) {
        List<String> keys = new ArrayList<>(businessKeys);
        Map<String, Attempt> attempts = new HashMap<>();
        Map<List<String>, String> names = new HashMap<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            jdbc.sql(SELECT)
                    .param("process", process)
                    .param("keys", keys.subList(from, Math.min(from + AT_ONCE, keys.size())))
                    .query(row -> {
                        // The engine writes its due dates in the zone of the machine, unlike this application.
                        Timestamp due = row.getTimestamp("DUEDATE_");
                        String activity = row.getString("ACT_ID_");
                        String name = names.computeIfAbsent(
                                List.of(row.getString("PROCESS_DEF_ID_"), activity),
                                step -> Models.label(repository, step.get(0), step.get(1)));
                        attempts.put(
                                row.getString("BUSINESS_KEY_"),
                                new Attempt(
                                        activity,
                                        name,
                                        row.getInt("RETRIES_"),
                                        due == null ? null : due.toInstant(),
                                        row.getInt("FAILED_") == 1,
                                        row.getString("ID_")));
                    });
        }
        return attempts;
    }

    /**
     * Tries once more at once, without waiting for the time of the next attempt and beside the attempts that are left. A timer keeps its time.
     *
     * @return whether something was waiting to be tried
     */
    boolean tryAgain(String process, String businessKey) {
        List<String> instances = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .map(Execution::getId)
                .toList();
        List<Job> steps = jobs(instances, JobQuery::messages);
        List<Job> timers = jobs(instances, query -> query.timers().withException());
        steps.forEach(this::onceMore);
        timers.forEach(this::onceMoreInItsTime);
        return !steps.isEmpty() || !timers.isEmpty();
    }

    /**
     * The same for one job.
     *
     * @return whether it was given an attempt; not where it is over, where its attempt is due already, or where a timer still has attempts left
     */
    boolean tryAgain(String jobId) {
        Job step = management.createJobQuery().jobId(jobId).messages().singleResult();
        if (step != null) {
            return onceMore(step);
        }
        Job timer = management
                .createJobQuery()
                .jobId(jobId)
                .timers()
                .withException()
                .singleResult();
        return timer != null && onceMoreInItsTime(timer);
    }

    private boolean onceMore(Job step) {
        boolean due =
                step.getDuedate() == null || !step.getDuedate().toInstant().isAfter(clock.now());
        if (due && step.getRetries() > 0) {
            return false;
        }
        management.setJobRetries(step.getId(), step.getRetries() + 1);
        management.setJobDuedate(step.getId(), null);
        return true;
    }

    private boolean onceMoreInItsTime(Job timer) {
        if (timer.getRetries() > 0) {
            return false;
        }
        management.setJobRetries(timer.getId(), 1);
        return true;
    }

    private List<Job> jobs(List<String> instances, UnaryOperator<JobQuery> which) {
        return instances.stream()
                .flatMap(id -> which.apply(management.createJobQuery().processInstanceId(id)).list().stream())
                .toList();
    }
}
