package vn.hocba.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was entered for a pupil in a year.
 *
 * @param grade 1 to 12
 * @param parts by code, in the order of the form; of each the cells that say something, by code. A part that the pupil is not taught is not there.
 */
public record Contents(int grade, Map<String, Map<String, String>> parts) {

    /** In the class's part, a code of {@link AssessedBy}; nobody types it, the record has it. Nothing for what everybody is assessed by. */
    public static final String ASSESSED_BY = "assessedBy";

    /** In the class's part, why a pupil is assessed otherwise than everybody, in words; nobody types it. */
    public static final String ASSESSED_GROUND = "assessedGround";

    /** In the class's part, {@link #YES} or {@link #NO}: what the principal decided by the plan about the year's programme; nobody types it. */
    public static final String PLAN_COMPLETED = "planCompleted";

    /** In a subject's part, why the pupil is exempt from it, in words, with the number and the day of the decision; nobody types it. */
    public static final String EXEMPT_GROUND = "exemptGround";

    public static final String YES = "1";
    public static final String NO = "0";

    public Contents {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        parts.forEach((code, cells) -> copy.put(code, Map.copyOf(cells)));
        parts = Collections.unmodifiableMap(copy);
    }

    /** What the pupil is measured by. */
    public AssessedBy assessedBy() {
        return value(Part.CLASS, ASSESSED_BY).map(AssessedBy::valueOf).orElse(AssessedBy.REGULATION);
    }

    /** Whether the programme was completed as the principal decided by the pupil's plan; empty where nobody has. */
    public Optional<Boolean> planCompleted() {
        return value(Part.CLASS, PLAN_COMPLETED).map(YES::equals);
    }

    /** What stands in a cell, as it is kept. */
    public Optional<String> value(String part, String cell) {
        return Optional.ofNullable(parts.getOrDefault(part, Map.of()).get(cell));
    }
}
