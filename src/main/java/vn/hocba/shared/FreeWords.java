package vn.hocba.shared;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words that a person types and that others will read, sign or print: reasons, numbers of decisions, values to be put in place of others. One rule for all of
 * them, the same as for comments and imported names: cleaned, in Unicode, with no letter that the printed form lacks.
 */
public final class FreeWords {

    private FreeWords() {}

    /**
     * A line of words, cleaned as {@link VietnameseText#clean}; empty for null.
     *
     * @throws Refused when they are in an old code page or have a letter that the form lacks
     */
    public static String line(String typed) {
        demand(typed);
        return typed == null ? "" : VietnameseText.clean(typed);
    }

    /**
     * The same with the line breaks that stand between words.
     *
     * @throws Refused as {@link #line}
     */
    public static String lines(String typed) {
        demand(typed);
        return typed == null
                ? ""
                : typed.lines()
                        .map(VietnameseText::clean)
                        .collect(Collectors.joining("\n"))
                        .strip();
    }

    /** Why words cannot be taken and what to do about it; empty when they can, or for null. */
    public static Optional<Refused> objection(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        if (OldCodePage.isIn(typed)) {
            return Optional.of(Refused.invalid("ui.words.old-code-page"));
        }
        String lacking = FormLetters.lacking(VietnameseText.clean(typed));
        return lacking.isEmpty() ? Optional.empty() : Optional.of(Refused.invalid("ui.words.not-printable", lacking));
    }

    private static void demand(String typed) {
        objection(typed).ifPresent(why -> {
            throw why;
        });
    }
}
