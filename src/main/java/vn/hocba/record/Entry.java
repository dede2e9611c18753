package vn.hocba.record;

/**
 * One cell that a person typed.
 *
 * @param recordId of the year record
 * @param field level, mark, comment; or a trait's code, excused, unexcused, heightCm, weightKg, reward
 * @param text as typed; empty clears the cell
 * @param rowVersion of the row as the person saw it; null skips the check
 */
public record Entry(String recordId, String field, String text, Long rowVersion) {

    /**
     * What became of it.
     *
     * @param stored the text as kept
     * @param reason why it was refused; null when it was accepted
     * @param rowVersion of the row from now on
     */
    public record Outcome(
            String recordId, String field, boolean accepted, String stored, String reason, Long rowVersion) {}
}
