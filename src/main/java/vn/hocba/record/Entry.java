package vn.hocba.record;

/**
 * One cell that a person typed.
 *
 * @param recordId of the year record
 * @param field code of the cell in its part
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
     * @param kept whether a refused text is kept beside the stored one; not where nobody looked at it, because of the row or the person
     */
    public record Outcome(
            String recordId,
            String field,
            boolean accepted,
            String stored,
            String reason,
            Long rowVersion,
            boolean kept) {}
}
