package vn.hocba.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hocba.shared.VietnameseText;

/** The titles of a regulation, and what they make of the words of a reward. */
public record Titles(List<Title> all) {

    /** Of a regulation that awards none. */
    public static final Titles NONE = new Titles(List.of());

    private static final Pattern CLAUSE = Pattern.compile("\\s*(?:[;,+/\\n]|\\.(?=\\s|$)|\\s[-–]\\s)\\s*");
    private static final Pattern QUOTES = Pattern.compile("[«»\"“”]");
    private static final Set<String> NOTHING = Set.of("không", "không có", "không khen thưởng", "không đề nghị", "-");

    public Titles {
        all = List.copyOf(all);
    }

    /** What a person typed: empty leaves it open, {@link Reward#NONE} declines; a title gets the spelling of the regulation. */
    public Reward typed(String words) {
        if (words == null || words.isBlank()) {
            return Reward.OPEN;
        }
        String plain = plain(words);
        if (NOTHING.contains(plain.toLowerCase(Locale.ROOT))) {
            return new Reward(null, true, null);
        }
        return new Reward(
                all.stream()
                        .filter(title -> title.isAll(plain))
                        .map(Title::term)
                        .findFirst()
                        .orElse(words),
                false,
                null);
    }

    /**
     * The first title in a reward that a result does not carry; empty while the result is open.
     *
     * @param result its code; null while it is open
     */
    public Optional<Title> unsupported(Reward reward, String result) {
        return result == null
                ? Optional.empty()
                : awarded(reward)
                        .filter(title -> !title.result().equals(result))
                        .findFirst();
    }

    /** The first title in a reward, of a pupil for whom there is no result that could carry one. */
    public Optional<Title> withoutResult(Reward reward) {
        return awarded(reward).findFirst();
    }

    private Stream<Title> awarded(Reward reward) {
        return reward.words() == null
                ? Stream.empty()
                : clauses(reward.words()).flatMap(clause -> all.stream().filter(title -> title.isAwardedBy(clause)));
    }

    /** The first title that the words sound like although the result is another's; empty while the result is open. */
    public Optional<Title> soundsLike(Reward reward, String result) {
        return result == null || reward.words() == null
                ? Optional.empty()
                : all.stream()
                        .filter(title -> !title.result().equals(result) && title.isMentionedIn(plain(reward.words())))
                        .findFirst();
    }

    /** The same reward without the titles that this result does not carry; the school's own words stay. */
    public Reward following(Reward reward, String result) {
        if (unsupported(reward, result).isEmpty()) {
            return reward;
        }
        Predicate<String> carried =
                clause -> unsupported(new Reward(clause, false, null), result).isEmpty();
        String rest = String.join("; ", clauses(reward.words()).filter(carried).toList());
        String taken = String.join(
                "; ", clauses(reward.words()).filter(carried.negate()).toList());
        return new Reward(rest.isEmpty() ? null : rest, false, taken);
    }

    /** The titles that a person may choose for this result; none while it is open. */
    public List<String> choices(String result) {
        return all.stream()
                .filter(title -> title.result().equals(result))
                .map(Title::term)
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
