package vn.hocba.workflow;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.hocba.identity.Accounts;
import vn.hocba.identity.CurrentUser;
import vn.hocba.shared.Texts;
import vn.hocba.signing.SigningSessions;
import vn.hocba.signing.SigningSessions.Elsewhere;

/** Goes on with the batches whose holder has confirmed elsewhere, on whatever node looks first, and ends those of which nothing will come. */
@Component
class ConfirmedBatches {

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmedBatches.class);

    private final BatchRepository batches;
    private final BatchLeases leases;
    private final ResumedBatches resumed;
    private final BatchJobs jobs;
    private final Accounts accounts;
    private final SigningSessions sessions;
    private final Clock clock;

    ConfirmedBatches(
            BatchRepository batches,
            BatchLeases leases,
            ResumedBatches resumed,
            BatchJobs jobs,
            Accounts accounts,
            SigningSessions sessions,
            Clock clock) {
        this.batches = batches;
        this.leases = leases;
        this.resumed = resumed;
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
            end(batch, session.refusal());
        } else if (!session.asked() && batch.state == BatchState.INTERRUPTED) {
            jobs.find(batch.kind).ifPresent(job -> goOn(batch, job));
        }
    }

    private void end(Batch batch, String reason) {
        if (leases.endInterrupted(batch.id(), reason, clock.instant())) {
            sessions.end(batch.id());
        }
    }

    /** With the values that came, or with preparing where its node was lost and nobody could. */
    private void goOn(Batch batch, BatchJob job) {
        Optional<CurrentUser> user = accounts.byId(batch.accountId);
        if (user.isEmpty()) {
            end(batch, Texts.vi("workflow.batch.starter-left"));
        } else if (!sessions.isWaiting(batch.id()) && leases.resume(batch.id())) {
            // Read only now: until it was resumed here, another node may have gone on with it.
            resumed.goOn(batch, job, user.get(), () -> leases.interrupt(batch.id(), null));
        }
    }
}
