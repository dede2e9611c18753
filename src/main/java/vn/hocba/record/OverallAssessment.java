package vn.hocba.record;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Outcome;

/** What the regulation of a record says of it as it stands. */
@Component
public class OverallAssessment {

    private final Regulations regulations;

    OverallAssessment(Regulations regulations) {
        this.regulations = regulations;
    }

    /** What follows from all that was entered. */
    public Outcome of(YearRecord record) {
        return regulations.of(record).outcome(record.contents());
    }

    /** Codes of the subjects that alone keep the pupil from completing the class programme: they need supplementary assessment. */
    public Set<String> failedSubjects(YearRecord record) {
        return regulations.of(record).failed(record.contents());
    }
}
