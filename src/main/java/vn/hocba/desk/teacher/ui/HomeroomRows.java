package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.EntryRules;
import vn.hocba.record.RecordState;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.ui.Worksheet.Column;
import vn.hocba.ui.Worksheet.Kind;
import vn.hocba.ui.Worksheet.Row;

/** The rows of the homeroom summary as the worksheet wants them. */
final class HomeroomRows {

    private static final List<String> LEVELS = List.of("T", "Đ", "C");
    private static final int MOST_DAYS = 366;
    private static final int TALLEST = 250;
    private static final int HEAVIEST = 200;
    private static final int SHOWN = 3;

    private final Curriculum curriculum;
    private final HomeroomHints hints;

    HomeroomRows(Curriculum curriculum, HomeroomHints hints) {
        this.curriculum = curriculum;
        this.hints = hints;
    }

    List<Column> columns(int grade) {
        List<Column> columns = new ArrayList<>();
        for (Curriculum.Trait trait : curriculum.traits(SchoolLevel.PRIMARY, grade)) {
            columns.add(new Column(
                    trait.code(),
                    trait.name(),
                    Kind.LEVEL,
                    LEVELS,
                    0,
                    0,
                    0,
                    true,
                    text("screens.homeroom.group." + trait.group().name())));
        }
        columns.add(number("excused", MOST_DAYS, true));
        columns.add(number("unexcused", MOST_DAYS, true));
        columns.add(Column.words("comment", text("screens.homeroom.comment"), EntryRules.COMMENT_LENGTH, true));
        columns.add(Column.choice(
                HomeroomHints.REWARD,
                text("screens.homeroom.reward"),
                EntryRules.REWARD_LENGTH,
                text("screens.homeroom.reward.hint")));
        columns.add(number("heightCm", TALLEST, false));
        columns.add(number("weightKg", HEAVIEST, false));
        return columns;
    }

    Row row(HomeroomRow row) {
        Map<String, String> values = new HashMap<>();
        row.form().cells().forEach(cell -> values.put(cell.code(), row.cells().getOrDefault(cell.code(), "")));
        return new Row(
                row.recordId(),
                row.ordinal(),
                row.pupilName(),
                summary(row),
                row.rowVersion(),
                values,
                SubjectSheetRows.refused(row.refused()),
                Map.of(),
                row.state().isOpenForEntry() ? null : row.state().term(),
                hints.of(row));
    }

    /** The result with its reasons, or what is missing for it; and for whom the record still waits. */
    String summary(HomeroomRow row) {
        List<String> parts = new ArrayList<>();
        if (row.assessment().result() != null) {
            String term = row.assessment().result().term();
            parts.add(
                    row.assessment().reasons().isEmpty()
                            ? term
                            : text(
                                    "screens.homeroom.because",
                                    term,
                                    few(row.assessment().reasons())));
        }
        if (row.state().isOpenForEntry() && !row.missing().isEmpty()) {
            parts.add(few(row.missing()));
        }
        if (row.state() == RecordState.COMMENTING) {
            parts.add(text(
                    "screens.homeroom.waits-for",
                    few(row.unfinished().stream()
                            .map(code -> curriculum.subject(code).name())
                            .toList())));
        }
        return String.join(" · ", parts);
    }

    static boolean isReady(HomeroomRow row) {
        return row.state() == RecordState.HOMEROOM && row.missing().isEmpty();
    }

    private static String few(List<String> all) {
        String first = all.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return all.size() <= SHOWN ? first : text("screens.homeroom.and-more", first, all.size() - SHOWN);
    }

    private static Column number(String key, int most, boolean required) {
        return new Column(
                key,
                text("screens.homeroom." + key),
                Kind.INTEGER,
                List.of(),
                0,
                most,
                0,
                required,
                text("screens.homeroom." + key + ".hint"));
    }
}
