package vn.hocba.shared;

import java.text.Normalizer;
import java.util.Random;

/** What keyboards, converters and web pages do to a text without changing what a person reads. */
public final class Disguise {

    private static final String SPACES = "\u0020\u00a0\u2002\u2003\u2009\u202f\u205f\u3000";
    private static final String UNSEEN = "\u200b\u200e\u200f\u2060\ufeff\u202c\u202d\u200d";

    private Disguise() {}

    /** The same words to a reader's eye. */
    public static String of(String text, Random random) {
        String form = random.nextBoolean() ? Normalizer.normalize(text, Normalizer.Form.NFD) : text;
        StringBuilder disguised = new StringBuilder(random.nextInt(3) == 0 ? " " : "");
        for (char letter : form.toCharArray()) {
            if (letter == ' ') {
                disguised.append(one(SPACES, random));
            } else {
                disguised.append(lookAlike(letter, random));
            }
            if (random.nextInt(12) == 0) {
                disguised.append(one(UNSEEN, random));
            }
        }
        return disguised.append(random.nextInt(3) == 0 ? "\u00a0" : "").toString();
    }

    private static char lookAlike(char letter, Random random) {
        return switch (letter) {
            case 'Đ' -> one("Đ\u00d0\u0189", random);
            case 'đ' -> one("đ\u00f0\u0256", random);
            default -> letter;
        };
    }

    private static char one(String letters, Random random) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
