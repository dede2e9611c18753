package vn.hocba.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Contents;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.shared.Texts;

/**
 * That a version's pupil was assessed otherwise than everybody, and why.
 *
 * @param by never {@link AssessedBy#REGULATION}
 * @param ground in words, with the number and the day of the decision
 */
public record Individually(AssessedBy by, String ground) {

    private static final Set<String> CELLS =
            Set.of(Contents.ASSESSED_BY, Contents.ASSESSED_GROUND, Contents.PLAN_COMPLETED);

    /** As people say it, such as «Đánh giá theo kế hoạch giáo dục cá nhân». */
    public String words() {
        return Texts.vi("record.assessed-by." + by);
    }

    /** What a version says of it; empty for who is assessed as everybody. */
    public static Optional<Individually> in(RecordSnapshot version) {
        return version.classPart()
                .filter(part -> part.value(Contents.ASSESSED_BY) != null)
                .map(part -> new Individually(
                        AssessedBy.valueOf(part.value(Contents.ASSESSED_BY)), part.value(Contents.ASSESSED_GROUND)));
    }

    /** The cells of the class's part, with those that say it where there is something to say. */
    static List<Cell> with(List<Cell> cells, AssessedBy by, String ground) {
        if (by.hasResult()) {
            return cells;
        }
        List<Cell> all = new ArrayList<>(cells);
        all.add(new Cell(Contents.ASSESSED_BY, Texts.vi("record.assessed-by"), "", 0, by.name()));
        all.add(new Cell(Contents.ASSESSED_GROUND, Texts.vi("record.assessed-ground"), "", 0, ground));
        return all;
    }

    /** What a part of a version says for the regulation, with what was decided by the plan. */
    static Map<String, String> contents(Map<String, String> said, boolean completed) {
        if (!said.containsKey(Contents.ASSESSED_BY)) {
            return said;
        }
        Map<String, String> all = new LinkedHashMap<>(said);
        all.put(Contents.PLAN_COMPLETED, completed ? Contents.YES : Contents.NO);
        return all;
    }

    /** The cells of a part that people fill in. */
    static Map<String, String> typed(Map<String, String> cells) {
        Map<String, String> typed = new LinkedHashMap<>(cells);
        typed.keySet().removeAll(CELLS);
        return typed;
    }
}
