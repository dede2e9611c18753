package vn.hocba.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.hocba.shared.VietnameseText;

/**
 * Brings names of schools and authorities, which workbooks write in capitals, back to the way documents write them (NĐ 30/2020, annex II): «TRƯỜNG TIỂU HỌC
 * HÒA BÌNH» becomes «Trường Tiểu học Hòa Bình».
 */
final class VietnameseTitle {

    /** Phrases whose spelling is not «every word with a capital», in lower case → as written. The first word of a title is always capitalised. */
    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("sở giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
            Map.entry("sở gd&đt", "Sở GD&ĐT"),
            Map.entry("sở gdđt", "Sở GDĐT"),
            Map.entry("ủy ban nhân dân", "Ủy ban nhân dân"),
            Map.entry("phổ thông dân tộc nội trú", "Phổ thông dân tộc nội trú"),
            Map.entry("phổ thông dân tộc bán trú", "Phổ thông dân tộc bán trú"),
            Map.entry("phổ thông", "Phổ thông"),
            Map.entry("tiểu học", "Tiểu học"),
            Map.entry("trung học cơ sở", "Trung học cơ sở"),
            Map.entry("trung học phổ thông", "Trung học phổ thông"),
            Map.entry("liên cấp", "liên cấp"),
            Map.entry("quốc tế", "Quốc tế"),
            Map.entry("và", "và"),
            Map.entry("thành phố hồ chí minh", "Thành phố Hồ Chí Minh"),
            Map.entry("thành phố", "thành phố"),
            Map.entry("tỉnh", "tỉnh"),
            Map.entry("phường", "phường"),
            Map.entry("xã", "xã"),
            Map.entry("đặc khu", "đặc khu"),
            Map.entry("số", "số"));

    private static final List<String> LONGEST_FIRST = PHRASES.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    /** Stay in capitals: kinds of schools by their initials, and Roman numerals. */
    private static final Pattern CAPITALS =
            Pattern.compile("(?:TH|THCS|THPT|PTCS|PTDTNT|PTDTBT|PTDT|DTNT|DTBT|GDTX|GDNN|UBND|TP|I{1,3}|IV|VI{0,3})"
                    + "(?:[&–-](?:TH|THCS|THPT))*\\.?");

    private VietnameseTitle() {}

    /** Names that are not wholly in capitals are left as their writer wrote them. */
    static String of(String text) {
        String title = VietnameseText.clean(text);
        if (!title.equals(title.toUpperCase(Locale.ROOT))) {
            return title;
        }
        List<String> words = new ArrayList<>();
        String rest = title;
        while (!rest.isEmpty()) {
            String phrase = phraseAt(rest);
            int length = phrase == null ? firstWordLength(rest) : phrase.length();
            words.add(phrase == null ? word(rest.substring(0, length)) : PHRASES.get(phrase));
            rest = rest.substring(length).strip();
        }
        String joined = String.join(" ", words);
        return joined.isEmpty() ? joined : joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1);
    }

    private static String phraseAt(String rest) {
        String lower = rest.toLowerCase(Locale.ROOT);
        return LONGEST_FIRST.stream()
                .filter(phrase -> lower.equals(phrase) || lower.startsWith(phrase + " "))
                .filter(phrase -> !phrase.equals("số") || lower.matches("số \\d.*"))
                .findFirst()
                .orElse(null);
    }

    private static int firstWordLength(String rest) {
        int space = rest.indexOf(' ');
        return space < 0 ? rest.length() : space;
    }

    private static String word(String word) {
        if (CAPITALS.matcher(word).matches()) {
            return word;
        }
        StringBuilder written = new StringBuilder();
        boolean begin = true;
        for (int letter : word.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            written.appendCodePoint(begin ? Character.toUpperCase(letter) : letter);
            begin = !Character.isLetterOrDigit(letter);
        }
        return written.toString();
    }
}
