package vn.hocba.workflow;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.SigningSessions.Elsewhere;

/** Goes on with the batches whose holder has confirmed elsewhere, on whatever node looks first, and ends those of which nothing will come. */
@Component
class ConfirmedBatches {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedBatches.class);

    private final BatchRepository batches;
    private final BatchLeases leases;
    private final BatchRunner runner;
    private final BatchJobs jobs;
    private final Accounts accounts;
    private final SigningSessions sessions;
    private final Clock clock;

    ConfirmedBatches(
            BatchRepository batches,
            BatchLeases leases,
            BatchRunner runner,
            BatchJobs jobs,
            Accounts accounts,
            SigningSessions sessions,
            Clock clock) {
        this.batches = batches;
        this.leases = leases;
        this.runner = runner;
        this.jobs = jobs;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hocba.signing.look-every}")
    void look() {
        for (Elsewhere session : sessions.look()) {
            try {
                look(session);
            } catch (RuntimeException failure) {
                LOG.error("Batch {} could not be gone on with; it is tried again", session.id(), failure);
            }
        }
    }

    private void look(Elsewhere session) {
        Batch batch = batches.findById(session.id()).orElseThrow();
        if (batch.state == BatchState.FINISHED || batch.state == BatchState.STOPPED) {
            sessions.end(batch.id());
        } else if (session.refusal() != null) {
            if (leases.endInterrupted(batch.id(), session.refusal(), clock.instant())) {
                sessions.end(batch.id());
            }
        } else if (session.answered() && batch.state == BatchState.INTERRUPTED) {
            goOn(batch);
        }
    }

    private void goOn(Batch batch) {
        jobs.find(batch.kind)
                .ifPresent(job -> accounts.byId(batch.accountId).ifPresent(user -> sessions.goingOn(batch.id())
                        .filter(session -> leases.resume(batch.id()))
                        .ifPresent(session -> runner.run(batch, job, user, session))));
    }
}
