package vn.hocba.workflow;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.hocba.signing.PacketSigning;

/** The jobs by kind; looked up late, because they are part of use cases, and those start batches. */
@Component
class BatchJobs {

    private final ObjectProvider<BatchJob> jobs;
    private final ObjectProvider<SigningStep> steps;
    private final PacketSigning signing;

    BatchJobs(ObjectProvider<BatchJob> jobs, ObjectProvider<SigningStep> steps, PacketSigning signing) {
        this.jobs = jobs;
        this.steps = steps;
        this.signing = signing;
    }

    BatchJob of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no batch job of kind " + kind));
    }

    /** Empty for a kind that only a newer version of this application knows. */
    Optional<BatchJob> find(String kind) {
        return Stream.concat(jobs.stream(), steps.stream().map(step -> new SigningJob(step, signing)))
                .filter(job -> job.kind().equals(kind))
                .findFirst();
    }
}
