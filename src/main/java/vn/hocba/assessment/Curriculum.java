package vn.hocba.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hocba.shared.PolicyTable;
import vn.hocba.shared.SchoolLevel;

/**
 * Which subjects, qualities and competences there are: policy data in {@code policy/subjects.csv} and {@code policy/traits.csv}, each line with the school
 * years and the Sở for which it holds. {@link #in} says what is taught somewhere in a year.
 */
public final class Curriculum {

    /** Subjects: level, code, name, grades in which it is taught, ends with a test, is optional, name on the form; validity. */
    public static final String SUBJECTS = "policy/subjects.csv";

    /** Other names that workbooks give them: level, code, name, name on the form where it is another one. */
    public static final String SUBJECT_NAMES = "policy/subject-names.csv";

    /** Qualities and competences: level, code, group, name, grades; validity. */
    public static final String TRAITS = "policy/traits.csv";

    /** Comments of the form: level, cell ({@link #SUBJECT_COMMENT} or a cell of the class's part), {@link CommentUse}; validity. */
    public static final String COMMENTS = "policy/form-comments.csv";

    /** How {@link #COMMENTS} names the comment of a subject's teacher. */
    public static final String SUBJECT_COMMENT = "SUBJECT";

    private final List<Subject> subjects;
    private final List<Alias> aliases;
    private final List<Trait> traits;
    private final FormComments comments;
    private final List<Validity> validities;
    private final Map<Place, YearCurriculum> known = new ConcurrentHashMap<>();

    /**
     * @param subjectRows lines of {@link #SUBJECTS}
     * @param aliasRows lines of {@link #SUBJECT_NAMES}
     * @param traitRows lines of {@link #TRAITS}
     * @param commentRows lines of {@link #COMMENTS}
     * @throws IllegalStateException when two lines say different things of one time and place
     */
    public Curriculum(
            Collection<PolicyTable.Row> subjectRows,
            Collection<PolicyTable.Row> aliasRows,
            Collection<PolicyTable.Row> traitRows,
            Collection<PolicyTable.Row> commentRows) {
        Map<String, Integer> places = new LinkedHashMap<>();
        subjects = subjectRows.stream().map(row -> subject(row, places)).toList();
        aliases = aliasRows.stream()
                .map(row -> new Alias(
                        SchoolLevel.valueOf(row.get("level")), row.get("code"), row.get("name"), row.get("form")))
                .toList();
        Map<String, Integer> traitPlaces = new LinkedHashMap<>();
        traits = traitRows.stream().map(row -> trait(row, traitPlaces)).toList();
        subjects.stream()
                .collect(Collectors.groupingBy(line -> line.level() + line.code()))
                .values()
                .forEach(lines -> Validity.demandOneAtATime(lines, Subject::validity));
        traits.stream()
                .collect(Collectors.groupingBy(line -> line.level() + line.code()))
                .values()
                .forEach(lines -> Validity.demandOneAtATime(lines, Trait::validity));
        comments = new FormComments(commentRows);
        validities = Stream.of(
                        subjects.stream().map(Subject::validity),
                        traits.stream().map(Trait::validity),
                        comments.validities())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /**
     * A subject or educational activity.
     *
     * @param code stable, up to 20 letters
     * @param name as people call it
     * @param formName as the form of the regulation calls it, such as «Nghệ thuật (Âm nhạc)»
     * @param ordinal its place on the printed form: that of the first line with its code
     */
    public record Subject(
            SchoolLevel level,
            String code,
            String name,
            String formName,
            int ordinal,
            Grades taught,
            Grades tested,
            Grades optional,
            Validity validity) {

        /** Whether the year ends with a test (KTĐK) and so with a mark in this grade. */
        public boolean isTestedIn(int grade) {
            return tested.contain(grade);
        }
    }

    /**
     * Another name of a subject.
     *
     * @param formName as the form calls what bears this name; empty: as the subject
     */
    record Alias(SchoolLevel level, String code, String name, String formName) {}

    /** Phẩm chất, năng lực chung, năng lực đặc thù. */
    public enum TraitGroup {
        QUALITY,
        COMMON_COMPETENCE,
        SPECIFIC_COMPETENCE
    }

    /** A quality or competence. */
    public record Trait(
            SchoolLevel level,
            String code,
            TraitGroup group,
            String name,
            int ordinal,
            Grades grades,
            Validity validity) {}

    /** From one grade to another, both included; first 0 means none. */
    public record Grades(int first, int last) {

        /** Whether a grade lies between the two. */
        public boolean contain(int grade) {
            return first > 0 && grade >= first && grade <= last;
        }

        private static Grades of(String text) {
            if (text.isBlank()) {
                return new Grades(0, 0);
            }
            String[] ends = text.split("-");
            return new Grades(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }
    }

    private record Place(SchoolLevel level, int schoolYear, String province) {}

    /**
     * What is taught at a level in a school year under a Sở; the same object wherever and whenever nothing differs.
     *
     * @param schoolYear the year in which it starts
     * @param provinceCode empty where no Sở stands above
     */
    public YearCurriculum in(SchoolLevel level, int schoolYear, String provinceCode) {
        Place same =
                new Place(level, Validity.sameAs(validities, schoolYear), Validity.sameAs(validities, provinceCode));
        return known.computeIfAbsent(
                same,
                place -> new YearCurriculum(
                        subjects.stream()
                                .filter(subject -> subject.level() == level)
                                .toList(),
                        aliases.stream().filter(alias -> alias.level() == level).toList(),
                        traits.stream().filter(trait -> trait.level() == level).toList(),
                        cell -> comments.of(level, cell, place.schoolYear(), place.province()),
                        place.schoolYear(),
                        place.province()));
    }

    /**
     * A subject by the name that it bears now in the whole country, for lists over schools and years.
     *
     * @throws IllegalArgumentException when no level has this code
     */
    public Subject subject(String code) {
        List<Subject> lines =
                subjects.stream().filter(line -> line.code().equals(code)).toList();
        return newest(lines, code, Subject::validity);
    }

    private static <T> T newest(List<T> lines, String code, Function<T, Validity> validity) {
        List<T> ordered = new ArrayList<>(lines);
        // Those of the whole country last, of them the newest last.
        ordered.sort(
                Comparator.comparing((T line) -> validity.apply(line).province().isEmpty())
                        .thenComparing(line -> validity.apply(line).first()));
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("unknown subject or trait " + code);
        }
        return ordered.get(ordered.size() - 1);
    }

    private static Subject subject(PolicyTable.Row row, Map<String, Integer> places) {
        String code = row.get("code");
        return new Subject(
                SchoolLevel.valueOf(row.get("level")),
                code,
                row.get("name"),
                row.get("form").isEmpty() ? row.get("name") : row.get("form"),
                place(places, row.get("level") + code),
                Grades.of(row.get("taught")),
                Grades.of(row.get("tested")),
                Grades.of(row.get("optional")),
                Validity.of(row));
    }

    private static Trait trait(PolicyTable.Row row, Map<String, Integer> places) {
        String code = row.get("code");
        return new Trait(
                SchoolLevel.valueOf(row.get("level")),
                code,
                TraitGroup.valueOf(row.get("group")),
                row.get("name"),
                place(places, row.get("level") + code),
                Grades.of(row.get("grades")),
                Validity.of(row));
    }

    private static int place(Map<String, Integer> places, String key) {
        places.putIfAbsent(key, places.size());
        return places.get(key);
    }
}
