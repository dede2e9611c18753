package vn.hocba.shared;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is peculiar about Vietnamese words: composed letters, search without tones, names sorted by the given name. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc\u02bb\u02b9\u2032`\u00b4]");
    private static final Pattern Y_FOR_I = Pattern.compile("(?<=[b-df-hj-np-tv-xz])y");

    /** A tone and what follows it in its word. */
    private static final Pattern TONE = Pattern.compile("([\u0300\u0301\u0303\u0309\u0323])([\\p{L}\\p{M}]+)");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Collator COLLATOR = collator();

    private VietnameseText() {}

    /**
     * What was written, cleaned: composed (NFC), without leading, trailing or doubled spaces of any kind, control characters and marks that nobody sees, and with
     * one letter Đ; null stays null.
     */
    public static String clean(String text) {
        return text == null ? null : LookAlikes.tidy(text);
    }

    /**
     * What a search box compares, and whatever else asks whether two writings mean the same: lower case without any mark, «đ» as «d», «y» after a consonant as
     * «i» (kì and kỳ, Mĩ and Mỹ, Lí and Lý), one apostrophe, wide letters and digits as plain ones.
     */
    public static String searchKey(String text) {
        String plain = MARKS.matcher(apart(text)).replaceAll("");
        return Y_FOR_I.matcher(plain.replace('đ', 'd')).replaceAll("i");
    }

    /**
     * What two spellings of one name have in common: as {@link #searchKey}, but with all letters and tones, since Toàn and Toán, Dức and Đức are two; a tone may
     * stand on either vowel (Hòa and Hoà).
     */
    public static String spellingKey(String text) {
        return Y_FOR_I.matcher(TONE.matcher(apart(text)).replaceAll("$2$1")).replaceAll("i");
    }

    /** Lower case, each mark behind its letter. */
    private static String apart(String text) {
        return Normalizer.normalize(APOSTROPHES.matcher(clean(text)).replaceAll("'"), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
    }

    /** As {@link #searchKey}, of the words alone: «Mã định danh Bộ GD&amp;ĐT» becomes «ma dinh danh bo gd dt». */
    public static String wordsKey(String text) {
        return PUNCTUATION.matcher(searchKey(text)).replaceAll(" ").strip();
    }

    /** Orders full names as class lists do: by given name, then by family and middle names, in the Vietnamese alphabet. */
    public static Comparator<String> byGivenName() {
        return Comparator.comparing(VietnameseText::givenName, VietnameseText::compare)
                .thenComparing(VietnameseText::otherNames, VietnameseText::compare);
    }

    /** Up to two letters for a badge: of the last two words, since those are what a person is called by («Nguyễn Thị Lan» is «TL»). */
    public static String initials(String fullName) {
        String[] words = clean(fullName).split(" ");
        return Arrays.stream(words)
                .skip(Math.max(0, words.length - 2))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String givenName(String fullName) {
        String name = clean(fullName);
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String otherNames(String fullName) {
        String name = clean(fullName);
        return name.substring(0, Math.max(0, name.lastIndexOf(' ')));
    }

    /** Orders words in the Vietnamese alphabet (a ă â b c d đ e ê … o ô ơ … u ư …), tones after letters. */
    public static int compare(String first, String second) {
        return ((Collator) COLLATOR.clone()).compare(first, second);
    }

    /** Of words that are compared often: keys are in the order of {@link #compare}. */
    public static CollationKey sortKey(String words) {
        return ((Collator) COLLATOR.clone()).getCollationKey(words);
    }

    private static Collator collator() {
        String tones = "& \u0300 ; \u0309 ; \u0303 ; \u0301 ; \u0323";
        String letters = "& A < ă , Ă < â , Â & D < đ , Đ & E < ê , Ê & O < ô , Ô < ơ , Ơ & U < ư , Ư";
        try {
            RuleBasedCollator base = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
            RuleBasedCollator rules = new RuleBasedCollator(base.getRules() + tones + letters);
            rules.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
            return rules;
        } catch (ParseException e) {
            throw new IllegalStateException("collation rules", e);
        }
    }
}
