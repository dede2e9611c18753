package vn.hocba.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * The letters that the printed form can show. Whoever takes in a text that will stand in a record asks here first, so that nobody finds an empty square in
 * place of a name after it is signed.
 */
public final class FormLetters {

    private static final String LETTERS = "/form-letters.txt";
    private static final int MOST_NAMED = 5;
    private static final int HEX = 16;
    private static final BitSet SHOWN = read();

    private FormLetters() {}

    /** Whether the form has a letter, given as a code point of Unicode. */
    public static boolean has(int letter) {
        return SHOWN.get(letter);
    }

    /**
     * The letters of a cleaned text that the form lacks, in their order and each once, as a reader finds them again: «😀», «ភ», or the code point where nothing
     * can be seen. The first five; empty when the form has them all.
     */
    public static String lacking(String text) {
        return text.codePoints()
                .filter(letter -> !has(letter))
                .distinct()
                .limit(MOST_NAMED)
                .mapToObj(FormLetters::named)
                .collect(Collectors.joining(", "));
    }

    private static String named(int letter) {
        int type = Character.getType(letter);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED
                ? "U+%04X".formatted(letter)
                : "«" + Character.toString(letter) + "»";
    }

    private static BitSet read() {
        try (InputStream file = FormLetters.class.getResourceAsStream(LETTERS)) {
            BitSet shown = new BitSet();
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            all.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (String range : line.split(" ")) {
                    String[] ends = range.split("-");
                    shown.set(Integer.parseInt(ends[0], HEX), Integer.parseInt(ends[ends.length - 1], HEX) + 1);
                }
            });
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException(LETTERS, e);
        }
    }
}
