package vn.hocba.assessment.tt27;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.DecisionTables;

/** What the decision table says (TT 27/2020 Điều 9, 11, 13), and what one item alone would lead to; no threshold stands here. */
final class Judgement {

    private final DecisionTables tables;
    private final DecisionTable table;
    private final Map<Inputs, Decided> known = new ConcurrentHashMap<>();

    Judgement(DecisionTables tables, DecisionTable table) {
        this.tables = tables;
        this.table = table;
    }

    record Decided(Result result, boolean completed, String reward) {}

    private record Inputs(String subjectLevel, String traitLevel, int mark) {}

    String decidedBy() {
        return table.toString();
    }

    /** @param mark the lowest, 0 to 10 */
    Decided of(String subjectLevel, String traitLevel, int mark) {
        return known.computeIfAbsent(new Inputs(subjectLevel, traitLevel, mark), inputs -> {
            Map<String, Object> row = tables.first(
                    table.decision(),
                    table.version(),
                    Map.of("subjectLevel", subjectLevel, "traitLevel", traitLevel, "lowestMark", mark));
            return new Decided(
                    Result.valueOf((String) row.get("result")), (Boolean) row.get("programmeCompleted"), (String)
                            row.get("reward"));
        });
    }

    /** The best result that a level of one subject allows. */
    Result ofLevelAlone(String level) {
        return of(level, Scale.TRAIT_LEVELS.get(0), Scale.BEST_MARK).result();
    }

    /** The best result that a level of one quality or competence allows. */
    Result ofTraitAlone(String level) {
        return of(Scale.SUBJECT_LEVELS.get(0), level, Scale.BEST_MARK).result();
    }

    /** The best result that one mark allows. */
    Result ofMarkAlone(int mark) {
        return of(Scale.SUBJECT_LEVELS.get(0), Scale.TRAIT_LEVELS.get(0), mark).result();
    }
}
