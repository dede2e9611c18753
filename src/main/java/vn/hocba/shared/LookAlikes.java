package vn.hocba.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Characters that look like others, or like nothing: what old keyboards, converters, telephones and web pages leave in a text that looks perfectly right. One
 * cleaning for everything that is typed, pasted, imported or looked for, so that what looks alike is alike.
 */
final class LookAlikes {

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    /** Not of the category «format», and just as invisible: joiners, fillers and selectors. */
    private static final String INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0";

    private static final int FIRST_VARIATION_SELECTOR = 0xfe00;
    private static final int LAST_VARIATION_SELECTOR = 0xfe0f;
    private static final int FIRST_NO_CHARACTER = 0xfdd0;
    private static final int LAST_NO_CHARACTER = 0xfdef;
    private static final int END_OF_PLANE = 0xfffe;

    /** The letters, digits and signs of ASCII as wide as a Chinese one. */
    private static final int FIRST_WIDE = 0xff01;

    private static final int LAST_WIDE = 0xff5e;
    private static final int WIDER = 0xfee0;

    private LookAlikes() {}

    /**
     * Composed (NFC), every kind of space one blank, none before, after or doubled; without control characters, directions and other marks that nobody sees;
     * Đ is U+0110, whichever of its three doubles was written, and a bullet of Word is a hyphen.
     */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (isSpace(letter)) {
                tidy.append(' ');
            } else if (isSeen(letter)) {
                tidy.appendCodePoint(oneOf(letter));
            }
        }
        return SPACES.matcher(Normalizer.normalize(tidy, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u0085';
    }

    private static boolean isSeen(int letter) {
        int type = Character.getType(letter);
        boolean noCharacter = letter >= FIRST_NO_CHARACTER && letter <= LAST_NO_CHARACTER
                || (letter & END_OF_PLANE) == END_OF_PLANE
                || type == Character.SURROGATE;
        boolean selector = letter >= FIRST_VARIATION_SELECTOR && letter <= LAST_VARIATION_SELECTOR;
        return type != Character.FORMAT
                && type != Character.CONTROL
                && !noCharacter
                && !selector
                && INVISIBLE.indexOf(letter) < 0;
    }

    /**
     * The Icelandic eth and the African d come with old keyboards and converters, and look like Đ in every font. The bullets of Word's lists are signs of its
     * fonts Symbol and Wingdings, and the hyphen that never breaks is one.
     */
    private static int oneOf(int letter) {
        return switch (letter) {
            case '\u00d0', '\u0189' -> 'Đ';
            case '\u00f0', '\u0256' -> 'đ';
            case '\uf0b7',
                    '\uf0a7',
                    '\uf0d8',
                    '\uf076',
                    '\uf06e',
                    '\uf0fc',
                    '\uf071',
                    '\uf0a8',
                    '\uf02d',
                    '\u27a2',
                    '\u2756' -> '-';
            case '\u2011' -> '-';
            default -> letter >= FIRST_WIDE && letter <= LAST_WIDE ? letter - WIDER : letter;
        };
    }
}
