package vn.hocba.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, named by the calendar year in which it starts.
 *
 * @param start 2000 to 2999
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})\\s*[-–—]\\s*(\\d{4})");

    public SchoolYear {
        if (start < 2000 || start > 2999) {
            throw new IllegalArgumentException("school year out of range: " + start);
        }
    }

    /** Reads the first «2026 - 2027» in a text; null when there is none or its years do not follow each other. */
    public static SchoolYear findIn(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        int first = Integer.parseInt(matcher.group(1));
        return Integer.parseInt(matcher.group(2)) == first + 1 && first >= 2000 && first <= 2999
                ? new SchoolYear(first)
                : null;
    }

    /** As documents write it: «2026 - 2027». */
    @Override
    public String toString() {
        return start + " - " + (start + 1);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }
}
