package vn.hocba.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hocba.shared.VietnameseText;

/**
 * Khen thưởng as it stands in a record that is still being made (TT 27/2020 Điều 13). It follows the overall result: what the result proposes waits for a
 * person's word, and a title that the result does not carry cannot be signed.
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

    private static final Pattern CLAUSE = Pattern.compile("\\s*(?:[;,+/\\n]|\\.(?=\\s|$)|\\s[-–]\\s)\\s*");
    private static final Pattern QUOTES = Pattern.compile("[«»\"“”]");
    private static final Set<String> NOTHING = Set.of("không", "không có", "không khen thưởng", "không đề nghị", "-");

    /** What a record that was signed says. */
    public static Reward of(String words) {
        return words == null || words.isBlank() ? new Reward(null, true, null) : new Reward(words, false, null);
    }

    /** What a person typed: empty leaves it open, {@link #NONE} declines; a title gets the spelling of the regulation. */
    static Reward typed(String words) {
        if (words == null || words.isBlank()) {
            return OPEN;
        }
        String plain = plain(words);
        if (NOTHING.contains(plain.toLowerCase(Locale.ROOT))) {
            return new Reward(null, true, null);
        }
        return new Reward(
                Stream.of(RewardTitle.values())
                        .filter(title -> title.isAll(plain))
                        .map(RewardTitle::term)
                        .findFirst()
                        .orElse(words),
                false,
                null);
    }

    /** What stands in the cell of the worksheet. */
    String cell() {
        return declined ? NONE : words;
    }

    /** The first title in it that this result does not carry; empty while the result is open. */
    Optional<RewardTitle> unsupportedBy(OverallResult result) {
        return result == null || words == null
                ? Optional.empty()
                : clauses(words)
                        .flatMap(clause -> Stream.of(RewardTitle.values()).filter(title -> title.isAwardedBy(clause)))
                        .filter(title -> title.result() != result)
                        .findFirst();
    }

    /** The first title that the words sound like although the result is another's; empty while the result is open. */
    Optional<RewardTitle> soundsLike(OverallResult result) {
        return result == null || words == null
                ? Optional.empty()
                : Stream.of(RewardTitle.values())
                        .filter(title -> title.result() != result && title.isMentionedIn(plain(words)))
                        .findFirst();
    }

    /** The same without the titles that this result does not carry; the school's own words stay. */
    Reward following(OverallResult result) {
        if (unsupportedBy(result).isEmpty()) {
            return this;
        }
        Predicate<String> carried =
                clause -> new Reward(clause, false, null).unsupportedBy(result).isEmpty();
        String rest = String.join("; ", clauses(words).filter(carried).toList());
        String taken = String.join("; ", clauses(words).filter(carried.negate()).toList());
        return new Reward(rest.isEmpty() ? null : rest, false, taken);
    }

    /** What the result proposes and nobody has answered yet. */
    Optional<String> openProposal(String proposal) {
        boolean waits = words == null && !declined && proposal != null && !proposal.isEmpty();
        return waits ? Optional.of(proposal) : Optional.empty();
    }

    /** The titles that a person may choose for this result; none while it is open. */
    public static List<String> choices(OverallResult result) {
        return Arrays.stream(RewardTitle.values())
                .filter(title -> title.result() == result)
                .map(RewardTitle::term)
                .toList();
    }

    private static Stream<String> clauses(String words) {
        return CLAUSE.splitAsStream(plain(words)).filter(clause -> !clause.isEmpty());
    }

    private static String plain(String words) {
        String clean = VietnameseText.clean(QUOTES.matcher(words).replaceAll(""));
        return clean.endsWith(".") ? clean.substring(0, clean.length() - 1).strip() : clean;
    }
}
