package vn.hocba.correction;

import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be corrected.
 *
 * @param parts keys of the parts, as {@link CorrectionRules#parts} names them, between commas
 */
record CorrectionDetails(String parts) {

    static CorrectionDetails of(Set<String> parts) {
        return new CorrectionDetails(String.join(",", new TreeSet<>(parts)));
    }

    Set<String> keys() {
        return Set.of(parts.split(","));
    }

    /** Codes of the subjects among them. */
    Set<String> subjects() {
        Set<String> subjects = new TreeSet<>(keys());
        subjects.remove(CorrectionRules.HOMEROOM);
        subjects.remove(CorrectionRules.PERSONAL);
        return subjects;
    }
}
