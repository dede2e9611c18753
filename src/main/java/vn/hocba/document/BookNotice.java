package vn.hocba.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hocba.shared.SchoolYear;
import vn.hocba.shared.Texts;

/** What stands in the margin of a whole học bạ: what has to be known of all of its years once, the rest with the year of which it is said. */
public final class BookNotice {

    private final Map<Integer, String> words = new LinkedHashMap<>();

    /** @param notice null where there is nothing to say of the year */
    public void add(int schoolYear, String notice) {
        words.put(schoolYear, notice == null ? "" : notice);
    }

    /** Null where there is nothing to say. */
    public String text() {
        List<String> different = words.values().stream().distinct().toList();
        String text = different.size() == 1
                ? different.get(0)
                : words.entrySet().stream()
                        .filter(year -> !year.getValue().isEmpty())
                        .map(year -> Texts.vi(
                                "printed.book.notice", new SchoolYear(year.getKey()).toString(), year.getValue()))
                        .collect(Collectors.joining("; "));
        return text.isEmpty() ? null : text;
    }
}
