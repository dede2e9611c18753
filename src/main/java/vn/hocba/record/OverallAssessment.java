package vn.hocba.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.school.Curriculum;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/**
 * Đánh giá kết quả giáo dục of a primary pupil (TT 27/2020 Điều 9) with the reasons. The decision table {@code overallResultTt27} decides; here its
 * inputs are gathered, and it is asked about each item alone to find the items that keep the pupil from the next better result.
 */
@Component
public class OverallAssessment {

    private static final String TABLE = "overallResultTt27";
    /** Best first. */
    static final List<String> SUBJECT_LEVELS = List.of("T", "H", "C");

    /** Best first. */
    static final List<String> TRAIT_LEVELS = List.of("T", "Đ", "C");

    private static final int BEST_MARK = 10;

    private final DecisionTables tables;
    private final Curriculum curriculum;
    private final Map<Inputs, Decided> known = new ConcurrentHashMap<>();

    OverallAssessment(DecisionTables tables, Curriculum curriculum) {
        this.tables = tables;
        this.curriculum = curriculum;
    }

    /** What counts of a subject; an exempt pupil has no mark in it. */
    public record SubjectItem(String code, String level, Integer mark, boolean exempt) {

        public SubjectItem {
            mark = exempt ? null : mark;
        }
    }

    /** What counts of a quality or competence. */
    public record TraitItem(String code, String level) {}

    /** What an outcome rests on. */
    public enum Basis {
        /** Everything that counts was entered. */
        COMPLETE,
        /** Something that counts is not entered yet. */
        INCOMPLETE,
        /** Nothing counts: exempt everywhere, no mark of an end-of-year test, or no quality. There is no result, however complete the record looks. */
        NOTHING_ASSESSED
    }

    /**
     * The outcome.
     *
     * @param result null unless the basis is complete
     * @param reasons what keeps the pupil from the next better result, in Vietnamese; empty for the best
     * @param missing what has to be entered first, or why there is nothing to judge by, in Vietnamese; empty exactly where there is a result
     * @param completed hoàn thành chương trình lớp học; false says nothing where there is no result
     * @param reward what follows without a human decision (Điều 13); empty for none
     */
    public record Assessment(
            Basis basis,
            OverallResult result,
            List<String> reasons,
            List<String> missing,
            boolean completed,
            String reward) {

        private static Assessment none(Basis basis, List<String> missing) {
            return new Assessment(basis, null, List.of(), missing, false, "");
        }
    }

    private record Inputs(String subjectLevel, String traitLevel, int mark) {}

    private record Decided(OverallResult result, boolean completed, String reward) {}

    private record Item(String reason, OverallResult alone) {}

    /** Assesses a year record as it stands. */
    public Assessment of(YearRecord record) {
        return of(record.contents());
    }

    /** Assesses what was entered for a pupil. */
    public Assessment of(Contents contents) {
        return assess(contents.grade(), subjects(contents), traits(contents));
    }

    /** The subjects among it. */
    public static List<SubjectItem> subjects(Contents contents) {
        List<SubjectItem> items = new ArrayList<>();
        contents.parts().forEach((code, cells) -> {
            if (!code.equals(Part.CLASS)) {
                boolean exempt = EntryRules.EXEMPT_SYMBOL.equals(cells.get("level"));
                String mark = cells.get("mark");
                items.add(new SubjectItem(
                        code, exempt ? null : cells.get("level"), mark == null ? null : Integer.valueOf(mark), exempt));
            }
        });
        return items;
    }

    /** The qualities and competences among it. */
    public List<TraitItem> traits(Contents contents) {
        return curriculum.traits(SchoolLevel.PRIMARY, contents.grade()).stream()
                .map(trait -> new TraitItem(
                        trait.code(), contents.value(Part.CLASS, trait.code()).orElse(null)))
                .toList();
    }

    /** Days of absence among it. */
    public static int absences(Contents contents) {
        return Stream.of("excused", "unexcused")
                .flatMap(cell -> contents.value(Part.CLASS, cell).stream())
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Assesses what was entered for a pupil of this grade. */
    public Assessment assess(int grade, Collection<SubjectItem> subjects, Collection<TraitItem> traits) {
        List<String> missing = missing(grade, subjects, traits);
        if (!missing.isEmpty()) {
            return Assessment.none(Basis.INCOMPLETE, missing);
        }
        List<SubjectItem> counted = subjects.stream().filter(s -> !s.exempt()).toList();
        Optional<String> subjectLevel = worst(SUBJECT_LEVELS, counted, SubjectItem::level);
        Optional<String> traitLevel = worst(TRAIT_LEVELS, traits, TraitItem::level);
        Optional<Integer> mark =
                counted.stream().map(SubjectItem::mark).filter(Objects::nonNull).min(Comparator.naturalOrder());
        if (subjectLevel.isEmpty() || traitLevel.isEmpty() || mark.isEmpty()) {
            return Assessment.none(Basis.NOTHING_ASSESSED, List.of(nothing(subjectLevel, mark)));
        }
        Decided decided = decide(subjectLevel.get(), traitLevel.get(), mark.get());
        return new Assessment(
                Basis.COMPLETE,
                decided.result(),
                reasons(decided.result(), counted, traits),
                List.of(),
                decided.completed(),
                decided.reward());
    }

    /** Codes of the subjects that alone keep the pupil from completing the class programme: they need supplementary assessment (TT 27/2020 Điều 11). */
    public Set<String> failedSubjects(YearRecord record) {
        return subjects(record.contents()).stream()
                .filter(subject -> !subject.exempt() && subject.level() != null)
                .filter(subject -> !decide(subject.level(), "T", subject.mark() == null ? BEST_MARK : subject.mark())
                        .completed())
                .map(SubjectItem::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The best result that a level of one subject allows. */
    OverallResult ofLevelAlone(String level) {
        return decide(level, TRAIT_LEVELS.get(0), BEST_MARK).result();
    }

    /** The best result that one mark allows, 0 to 10. */
    OverallResult ofMarkAlone(int mark) {
        return decide(SUBJECT_LEVELS.get(0), TRAIT_LEVELS.get(0), mark).result();
    }

    static boolean isWorst(List<String> bestFirst, String level) {
        return bestFirst.get(bestFirst.size() - 1).equals(level);
    }

    /** Why there is nothing to judge by, and what to do. */
    private static String nothing(Optional<String> subjectLevel, Optional<Integer> mark) {
        if (subjectLevel.isEmpty()) {
            return Texts.vi("record.nothing.subject");
        }
        return Texts.vi(mark.isEmpty() ? "record.nothing.mark" : "record.nothing.trait");
    }

    private List<String> missing(int grade, Collection<SubjectItem> subjects, Collection<TraitItem> traits) {
        List<String> missing = new ArrayList<>();
        for (SubjectItem item : subjects) {
            Curriculum.Subject subject = curriculum.subject(item.code());
            if (!item.exempt() && item.level() == null) {
                missing.add(Texts.vi("record.missing.level", subject.name()));
            }
            if (!item.exempt() && item.mark() == null && subject.isTestedIn(grade)) {
                missing.add(Texts.vi("record.missing.mark", subject.name()));
            }
        }
        for (TraitItem item : traits) {
            if (item.level() == null) {
                missing.add(Texts.vi(
                        "record.missing.trait", curriculum.trait(item.code()).name()));
            }
        }
        return missing;
    }

    private List<String> reasons(OverallResult result, List<SubjectItem> subjects, Collection<TraitItem> traits) {
        if (result == OverallResult.EXCELLENT) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (SubjectItem subject : subjects) {
            String name = curriculum.subject(subject.code()).name();
            Function<String, OverallResult> byLevel = this::ofLevelAlone;
            items.add(new Item(
                    Texts.vi("record.reason.level", name, subject.level(), needed(SUBJECT_LEVELS, result, byLevel)),
                    byLevel.apply(subject.level())));
            if (subject.mark() != null) {
                Function<Integer, OverallResult> byMark = this::ofMarkAlone;
                Integer needed = IntStream.rangeClosed(0, BEST_MARK)
                        .boxed()
                        .filter(mark -> byMark.apply(mark).compareTo(result) < 0)
                        .findFirst()
                        .orElse(BEST_MARK);
                items.add(new Item(
                        Texts.vi("record.reason.mark", name, subject.mark(), needed), byMark.apply(subject.mark())));
            }
        }
        for (TraitItem trait : traits) {
            Function<String, OverallResult> byLevel =
                    level -> decide("T", level, BEST_MARK).result();
            items.add(new Item(
                    Texts.vi(
                            "record.reason.trait",
                            curriculum.trait(trait.code()).name(),
                            trait.level(),
                            needed(TRAIT_LEVELS, result, byLevel)),
                    byLevel.apply(trait.level())));
        }
        return items.stream()
                .filter(item -> item.alone() == result)
                .map(Item::reason)
                .toList();
    }

    private static String needed(List<String> bestFirst, OverallResult result, Function<String, OverallResult> alone) {
        String least = bestFirst.get(0);
        for (String level : bestFirst) {
            if (alone.apply(level).compareTo(result) < 0) {
                least = level;
            }
        }
        return least;
    }

    private static <T> Optional<String> worst(List<String> bestFirst, Collection<T> items, Function<T, String> level) {
        return items.stream().map(level).max(Comparator.comparingInt(bestFirst::indexOf));
    }

    private Decided decide(String subjectLevel, String traitLevel, int mark) {
        return known.computeIfAbsent(new Inputs(subjectLevel, traitLevel, mark), inputs -> {
            Map<String, Object> row = tables.first(
                    TABLE, Map.of("subjectLevel", subjectLevel, "traitLevel", traitLevel, "lowestMark", mark));
            return new Decided(
                    OverallResult.valueOf((String) row.get("result")), (Boolean) row.get("programmeCompleted"), (String)
                            row.get("reward"));
        });
    }
}
