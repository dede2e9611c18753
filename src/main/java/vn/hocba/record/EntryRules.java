package vn.hocba.record;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.OldCodePage;
import vn.hocba.shared.Refused;
import vn.hocba.shared.VietnameseText;
import vn.hocba.shared.WrittenNumber;

/** What may be typed into a cell of a worksheet (TT 27/2020 Điều 6, 7; domain §4.1, §4.2). */
@Component
public class EntryRules {

    /** The longest comment, in characters. */
    public static final int COMMENT_LENGTH = 1000;

    /** The longest reward, in characters. */
    public static final int REWARD_LENGTH = 300;

    /** What stands in the place of a level where the pupil is exempt. */
    public static final String EXEMPT_SYMBOL = "M";

    private static final Set<String> SUBJECT_LEVELS = Set.of("T", "H", "C");
    private static final Set<String> TRAIT_LEVELS = Set.of("T", "Đ", "C");
    private static final Set<String> EXEMPT = Set.of(EXEMPT_SYMBOL, "MIỄN");
    private static final List<String> NUMBERS = List.of("excused", "unexcused", "heightCm", "weightKg");
    private static final List<Integer> LARGEST = List.of(366, 366, 250, 200);
    private static final int HIGHEST_MARK = 10;

    private final Curriculum curriculum;

    EntryRules(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    /** A subject's level; exempt when «Miễn» was typed. */
    record LevelEntry(String level, boolean exempt) {}

    LevelEntry subjectLevel(String typed) {
        String text = upper(typed);
        if (text.isEmpty()) {
            return new LevelEntry(null, false);
        }
        if (EXEMPT.contains(text)) {
            return new LevelEntry(null, true);
        }
        if (!SUBJECT_LEVELS.contains(text)) {
            throw Refused.invalid("record.entry.subject-level", typed);
        }
        return new LevelEntry(text, false);
    }

    String traitLevel(String typed) {
        String text = upper(typed);
        if (text.isEmpty()) {
            return null;
        }
        if (!TRAIT_LEVELS.contains(text)) {
            throw Refused.invalid("record.entry.trait-level", typed);
        }
        return text;
    }

    Integer mark(String typed, String subjectCode, int grade) {
        String text = VietnameseText.clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        Curriculum.Subject subject = curriculum.subject(subjectCode);
        if (!subject.isTestedIn(grade)) {
            throw Refused.invalid("record.entry.no-test", subject.name(), grade);
        }
        return WrittenNumber.whole(text, 0, HIGHEST_MARK)
                .orElseThrow(() -> Refused.invalid("record.entry.mark", typed));
    }

    Integer number(String field, String typed) {
        String text = VietnameseText.clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        int largest = LARGEST.get(NUMBERS.indexOf(field));
        return WrittenNumber.whole(text, 0, largest)
                .orElseThrow(() -> Refused.invalid("record.entry.number", largest, typed));
    }

    String text(String typed, int longest) {
        if (OldCodePage.isIn(typed)) {
            throw Refused.invalid("record.entry.old-code-page");
        }
        String text = VietnameseText.clean(typed);
        if (text.length() > longest) {
            throw Refused.invalid("record.entry.too-long", longest, text.length());
        }
        return text.isEmpty() ? null : text;
    }

    private static String upper(String typed) {
        return VietnameseText.clean(typed).toUpperCase(Locale.ROOT);
    }
}
