package vn.hocba.workflow;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs by kind; looked up late, because they are part of use cases, and those start batches. */
@Component
class BatchJobs {

    private final ObjectProvider<BatchJob> jobs;

    BatchJobs(ObjectProvider<BatchJob> jobs) {
        this.jobs = jobs;
    }

    BatchJob of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("no batch job of kind " + kind));
    }

    /** Empty for a kind that only a newer version of this application knows. */
    Optional<BatchJob> find(String kind) {
        return jobs.stream().filter(job -> job.kind().equals(kind)).findFirst();
    }
}
