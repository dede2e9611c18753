package vn.hocba.inclusion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.request.Input;
import vn.hocba.shared.Texts;

/**
 * What is asked for, and the paper that it rests on.
 *
 * @param number of the decision or the plan, as it stands there
 * @param day of that paper
 */
record InclusionDetails(AssessedBy by, String number, LocalDate day) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** As it was entered. */
    static InclusionDetails of(Input input, Clock clock) {
        return new InclusionDetails(
                AssessedBy.valueOf(input.text("by")),
                input.text("number"),
                input.dayUntilToday("day", clock, "inclusion.future-day"));
    }

    /** As the record names it. */
    String ground() {
        return Texts.vi("inclusion.ground", number, DAY.format(day));
    }
}
