package vn.hocba.workflow;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.signing.SigningSessions;

/** Takes over what another node left running, or this one before its last stop. */
@Component
class LostBatches {

    private final BatchRepository batches;
    private final BatchLeases leases;
    private final BatchRunner runner;
    private final ResumedBatches resumed;
    private final BatchJobs jobs;
    private final Accounts accounts;
    private final SigningSessions sessions;

    LostBatches(
            BatchRepository batches,
            BatchLeases leases,
            BatchRunner runner,
            ResumedBatches resumed,
            BatchJobs jobs,
            Accounts accounts,
            SigningSessions sessions) {
        this.sessions = sessions;
        this.batches = batches;
        this.leases = leases;
        this.runner = runner;
        this.resumed = resumed;
        this.jobs = jobs;
        this.accounts = accounts;
    }

    /** What no confirmation is missing for goes on by itself, the rest waits for it. A kind that is not known here is left to a node that knows it. */
    @Scheduled(fixedDelay = 5_000)
    void takeOver() {
        for (String id : leases.lost()) {
            if (!runner.isRunningHere(id)) {
                Batch batch = batches.findById(id).orElseThrow();
                jobs.find(batch.kind).ifPresent(job -> takeOver(batch, job));
            }
        }
    }

    private void takeOver(Batch batch, BatchJob job) {
        CurrentUser user = accounts.byId(batch.accountId).orElse(null);
        if (user == null || sessions.isWaiting(batch.id())) {
            leases.interruptLost(batch.id());
        } else if (leases.take(batch.id())) {
            resumed.goOn(batch, job, user, () -> runner.run(batch, job, user, null));
        }
    }
}
