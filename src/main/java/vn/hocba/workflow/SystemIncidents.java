package vn.hocba.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hocba.audit.AuditLog;
import vn.hocba.identity.Access;
import vn.hocba.identity.CurrentUser;
import vn.hocba.identity.Right;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.UnitKind;
import vn.hocba.shared.Refused;
import vn.hocba.workflow.FailedJobs.FailedJob;

/** What the engine could not do, of every process of a province: the Sở sees it and lets it be tried again. */
@Service
public class SystemIncidents {

    private final Access access;
    private final SchoolDirectory directory;
    private final ProvinceJobs failed;
    private final Attempts attempts;
    private final EngineClock clock;
    private final RepositoryService repository;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SystemIncidents(
            Access access,
            SchoolDirectory directory,
            ProvinceJobs failed,
            Attempts attempts,
            EngineClock clock,
            RepositoryService repository,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.directory = directory;
        this.failed = failed;
        this.attempts = attempts;
        this.clock = clock;
        this.repository = repository;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A step of a model at which processes of the province stand, after at least one failed attempt.
     *
     * @param process id of the model
     * @param activity id of the step in the model
     * @param processName as the model calls itself
     * @param stepName as the model labels the step
     * @param waiting how many processes stand there, 1 or more
     * @param exhausted how many of these are not tried again by themselves
     * @param since the first failure of the one that stands there longest
     * @param next the soonest attempt of the others; null: at once, or there are no others
     * @param logNumber of the one that stands there longest: under it the server's log says why. What was thrown may name people and is not shown.
     * @param mayTry whether a person can do something; not where all are being tried
     */
    public record Incident(
            String process,
            String activity,
            String processName,
            String stepName,
            int waiting,
            int exhausted,
            Instant since,
            Instant next,
            String logNumber,
            boolean mayTry) {}

    /**
     * What stands in the current user's province; first what is not tried again by itself, then the longest.
     *
     * @throws Refused unless the current user is of a Sở
     */
    @Transactional(readOnly = true)
    public List<Incident> ofProvince() {
        record Step(String process, String activity) {}
        return failed.under(official().unitPath()).stream()
                .collect(Collectors.groupingBy(job -> new Step(job.process(), job.activity())))
                .values()
                .stream()
                .map(this::incident)
                .sorted(Comparator.comparing((Incident incident) -> incident.exhausted() == 0)
                        .thenComparing(Incident::since))
                .toList();
    }

    /** How many steps wait for the current user to let them be tried again; 0 for everybody who is not of a Sở. */
    @Transactional(readOnly = true)
    public int waiting() {
        CurrentUser user = access.current();
        return isOfficial(user)
                ? (int) failed.under(user.unitPath()).stream()
                        .filter(FailedJob::exhausted)
                        .map(job -> job.process() + " " + job.activity())
                        .distinct()
                        .count()
                : 0;
    }

    /**
     * Lets every process of the province that stands at a step be tried once more, at once and beside the attempts that it has left; each in a transaction of
     * its own. A timer keeps its time.
     *
     * @return how many were given an attempt
     * @throws Refused when there is nothing to try, or the current user is not of a Sở
     */
    public int tryAgain(String process, String activity) {
        CurrentUser user = official();
        List<FailedJob> waiting = transaction.execute(status -> failed.under(user.unitPath()).stream()
                .filter(job -> job.process().equals(process) && job.activity().equals(activity))
                .filter(job -> job.canBeTried(clock.now()))
                .toList());
        if (waiting.isEmpty()) {
            throw Refused.notNow("workflow.nothing-failed");
        }
        transaction.executeWithoutResult(status ->
                audit.append(user.unitId(), "incident.tried-again", process + " " + activity + ": " + waiting.size()));
        return (int) waiting.stream().filter(this::tryAgain).count();
    }

    private boolean tryAgain(FailedJob job) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> attempts.tryAgain(job.id())));
        } catch (OptimisticLockingException running) {
            // The engine has begun to try it at this very moment, which is what was wanted.
            return false;
        }
    }

    private Incident incident(List<FailedJob> jobs) {
        FailedJob longest =
                jobs.stream().min(Comparator.comparing(FailedJob::since)).orElseThrow();
        return new Incident(
                longest.process(),
                longest.activity(),
                repository.getProcessDefinition(longest.definitionId()).getName(),
                Models.label(repository, longest.definitionId(), longest.activity()),
                jobs.size(),
                (int) jobs.stream().filter(FailedJob::exhausted).count(),
                longest.since(),
                soonest(jobs),
                longest.id(),
                jobs.stream().anyMatch(job -> job.canBeTried(clock.now())));
    }

    /** Null where one is due: «at once» comes before every instant. */
    private Instant soonest(List<FailedJob> jobs) {
        Instant now = clock.now();
        return jobs.stream()
                .filter(job -> !job.exhausted())
                .map(job -> job.next() == null ? now : job.next())
                .min(Instant::compareTo)
                .filter(next -> next.isAfter(now))
                .orElse(null);
    }

    private CurrentUser official() {
        CurrentUser user = access.holding(Right.HANDLE_SYSTEM_INCIDENTS);
        if (!isOfficial(user)) {
            throw Refused.notAllowed("identity.other-unit");
        }
        return user;
    }

    private boolean isOfficial(CurrentUser user) {
        return Right.HANDLE_SYSTEM_INCIDENTS.isOf(user)
                && directory.unit(user.unitId()).kind() == UnitKind.PROVINCE;
    }
}
