package vn.hocba.desk.teacher.ui;

import static vn.hocba.ui.Wording.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocba.desk.OddityWords;
import vn.hocba.desk.teacher.ConfirmRewards;
import vn.hocba.record.ClassSheets.HomeroomRow;
import vn.hocba.record.Oddity;
import vn.hocba.ui.Wording;
import vn.hocba.ui.Worksheet.Hint;

/** Where on the homeroom sheet something is worth a look: in the cell it concerns, or in the list that is read before signing. */
final class HomeroomHints {

    static final String REWARD = "reward";

    private final OddityWords words;

    HomeroomHints(OddityWords words) {
        this.words = words;
    }

    /** Words and proposals by column. */
    Map<String, Hint> of(HomeroomRow row) {
        Map<String, Hint> hints = new LinkedHashMap<>();
        if (!row.state().isOpenForEntry()) {
            return hints;
        }
        String proposal = ConfirmRewards.proposal(row)
                .map(title -> text("screens.homeroom.reward.proposed", title))
                .orElse(null);
        for (Oddity oddity : row.oddities()) {
            for (String column : columns(oddity, row)) {
                hints.merge(
                        column,
                        new Hint(say(oddity), column.equals(REWARD) ? proposal : null),
                        (first, second) -> new Hint(first.words() + " · " + second.words(), first.proposal()));
            }
        }
        return hints;
    }

    /** What the homeroom teacher reads before signing; empty when there is nothing out of the ordinary about which a teacher can do something. */
    List<String> beforeSigning(HomeroomRow row) {
        return row.oddities().stream()
                .filter(oddity -> !oddity.isReminder() && !oddity.isForOffice())
                .map(this::say)
                .toList();
    }

    private String say(Oddity oddity) {
        return words.of(oddity, Wording.locale());
    }

    private static List<String> columns(Oddity oddity, HomeroomRow row) {
        if (oddity instanceof Oddity.LowestLevel lowest) {
            return List.copyOf(lowest.ofClass());
        }
        if (oddity instanceof Oddity.ManyAbsences) {
            return List.of(days(row, "unexcused") > days(row, "excused") ? "unexcused" : "excused");
        }
        boolean ofReward = oddity instanceof Oddity.TitleAgainstResult
                || oddity instanceof Oddity.RewardProposed
                || oddity instanceof Oddity.RewardTakenBack
                || oddity instanceof Oddity.RewardWithoutResult
                || oddity instanceof Oddity.WordsLikeTitle
                || oddity instanceof Oddity.TitleWithConditions;
        return ofReward ? List.of(REWARD) : List.of();
    }

    private static int days(HomeroomRow row, String cell) {
        return Integer.parseInt(row.cells().getOrDefault(cell, "0"));
    }
}
