package vn.hocba.ui;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocba.shared.Ids;
import vn.hocba.shared.Refused;

/** What becomes of an exception that reaches the screen: a refusal is read out, anything else is logged under a number that the person can report. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int DEEPEST_CAUSE = 20;

    private Problems() {}

    /** The refusal in an exception or its causes. */
    static Optional<Refused> refusalIn(Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; at != null && i < DEEPEST_CAUSE; i++) {
            if (at instanceof Refused refused) {
                return Optional.of(refused);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    /** Logs the exception and gives the number under which it stands in the log. */
    static String log(Throwable thrown) {
        String number = Ids.unguessable().substring(0, 8);
        LOG.error("error {}", number, thrown);
        return number;
    }
}
