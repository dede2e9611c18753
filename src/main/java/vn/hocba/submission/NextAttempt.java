package vn.hocba.submission;

import static vn.hocba.ui.Wording.moment;
import static vn.hocba.ui.Wording.text;

import java.time.Instant;
import java.util.Comparator;
import vn.hocba.workflow.Attempt;

/**
 * When a package that failed is tried again.
 *
 * @param exhausted it is not, until the clerk sends it again
 * @param at null: at once, or never
 */
public record NextAttempt(boolean exhausted, Instant at) {

    /** The soonest first. */
    static final Comparator<NextAttempt> SOONEST = Comparator.comparing(NextAttempt::exhausted)
            .thenComparing(NextAttempt::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** @param attempt null where the engine waits for nothing: then nobody will try by itself */
    static NextAttempt of(Attempt attempt) {
        return attempt == null || attempt.exhausted()
                ? new NextAttempt(true, null)
                : new NextAttempt(false, attempt.next());
    }

    /** «Tự gửi lại lúc 08:15, 02/06/2027». */
    public String words() {
        return exhausted
                ? text("submission.next.exhausted")
                : at == null ? text("submission.next.now") : text("submission.next.at", moment(at));
    }
}
