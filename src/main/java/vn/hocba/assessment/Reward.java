package vn.hocba.assessment;

import java.util.Optional;

/**
 * Khen thưởng as it stands in a record that is still being made. It follows the overall result: what the result proposes waits for a person's word, and a
 * title that the result does not carry cannot be signed; {@link Titles} knows them.
 *
 * @param words what was decided; null for nothing
 * @param declined a person decided that there is none
 * @param takenBack what stood here until the result no longer carried it; null for nothing
 */
public record Reward(String words, boolean declined, String takenBack) {

    /** What a person types for no reward although one is proposed. */
    public static final String NONE = "Không";

    /** Nobody has said anything yet. */
    public static final Reward OPEN = new Reward(null, false, null);

    /** What a record that was signed says. */
    public static Reward of(String words) {
        return words == null || words.isBlank() ? new Reward(null, true, null) : new Reward(words, false, null);
    }

    /** What stands in the cell of the worksheet; null for nothing. */
    public String cell() {
        return declined ? NONE : words;
    }

    /** What the result proposes and nobody has answered yet. */
    public Optional<String> openProposal(String proposal) {
        boolean waits = words == null && !declined && proposal != null && !proposal.isEmpty();
        return waits ? Optional.of(proposal) : Optional.empty();
    }
}
