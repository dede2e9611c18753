package vn.hocba.school;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocba.school.workbook.Headers;

/** Which subjects, qualities and competences a level has: policy data in {@code policy/subjects.csv} and {@code policy/traits.csv}. */
@Component
public class Curriculum {

    private final List<Subject> subjects;
    private final Map<String, Subject> subjectByName = new HashMap<>();
    private final List<Trait> traits;

    /** Reads the policy data. */
    public Curriculum() {
        List<String[]> lines = PolicyLines.of("policy/subjects.csv");
        subjects = IntStream.range(0, lines.size())
                .mapToObj(i -> subject(lines.get(i), i))
                .toList();
        subjects.forEach(subject -> {
            name(subject, subject.name());
            name(subject, subject.formName());
        });
        for (String[] alias : PolicyLines.of("policy/subject-names.csv")) {
            name(subject(alias[1]), alias[2]);
        }
        List<String[]> traitLines = PolicyLines.of("policy/traits.csv");
        traits = IntStream.range(0, traitLines.size())
                .mapToObj(i -> trait(traitLines.get(i), i))
                .toList();
    }

    /**
     * A subject or educational activity.
     *
     * @param code stable, up to 20 letters
     * @param name as people call it
     * @param formName as the form of the regulation calls it, such as «Nghệ thuật (Âm nhạc)»
     * @param ordinal its place on the printed form
     */
    public record Subject(
            SchoolLevel level,
            String code,
            String name,
            String formName,
            int ordinal,
            Grades taught,
            Grades tested,
            Grades optional) {

        /** Whether the year ends with a test (KTĐK) and so with a mark in this grade. */
        public boolean isTestedIn(int grade) {
            return tested.contain(grade);
        }
    }

    /** Phẩm chất, năng lực chung, năng lực đặc thù. */
    public enum TraitGroup {
        QUALITY,
        COMMON_COMPETENCE,
        SPECIFIC_COMPETENCE
    }

    /** A quality or competence. */
    public record Trait(SchoolLevel level, String code, TraitGroup group, String name, int ordinal, Grades grades) {}

    /** From one grade to another, both included; first 0 means none. */
    public record Grades(int first, int last) {

        /** Whether a grade lies between the two. */
        public boolean contain(int grade) {
            return first > 0 && grade >= first && grade <= last;
        }
    }

    /** The subjects taught in a grade, optional ones too, in the order of the printed form. */
    public List<Subject> subjects(SchoolLevel level, int grade) {
        return subjects.stream()
                .filter(s -> s.level() == level && s.taught().contain(grade))
                .toList();
    }

    /** The qualities and competences assessed in a grade, in the order of the printed form. */
    public List<Trait> traits(SchoolLevel level, int grade) {
        return traits.stream()
                .filter(t -> t.level() == level && t.grades().contain(grade))
                .toList();
    }

    /** @throws IllegalArgumentException when no level has this code */
    public Subject subject(String code) {
        return subjects.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown subject " + code));
    }

    /** @throws IllegalArgumentException when no level has this code */
    public Trait trait(String code) {
        return traits.stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown trait " + code));
    }

    /** Finds a subject by any of its names and usual short forms (policy/subject-names.csv), whatever their case, marks and punctuation. */
    public Optional<Subject> subjectNamed(SchoolLevel level, String name) {
        return Optional.ofNullable(subjectByName.get(key(level, name)));
    }

    /** The names of a level's subjects, for somebody who wrote another one. */
    String namesOf(SchoolLevel level) {
        return subjects.stream()
                .filter(subject -> subject.level() == level)
                .map(subject -> "«" + subject.name() + "»")
                .collect(Collectors.joining(", "));
    }

    /** Finds a quality or competence by the name that workbooks give it. */
    public Optional<Trait> traitNamed(SchoolLevel level, String name) {
        String key = Headers.key(name);
        return traits.stream()
                .filter(t -> t.level() == level && Headers.key(t.name()).equals(key))
                .findFirst();
    }

    private void name(Subject subject, String name) {
        Subject other = subjectByName.putIfAbsent(key(subject.level(), name), subject);
        if (other != null && !other.equals(subject)) {
            throw new IllegalStateException("policy: «" + name + "» is " + other.code() + " and " + subject.code());
        }
    }

    private static String key(SchoolLevel level, String name) {
        return level + " " + Headers.key(name);
    }

    private static Subject subject(String[] cells, int ordinal) {
        return new Subject(
                SchoolLevel.valueOf(cells[0]),
                cells[1],
                cells[2],
                cells[6].isEmpty() ? cells[2] : cells[6],
                ordinal,
                grades(cells[3]),
                grades(cells[4]),
                grades(cells[5]));
    }

    private static Trait trait(String[] cells, int ordinal) {
        return new Trait(
                SchoolLevel.valueOf(cells[0]),
                cells[1],
                TraitGroup.valueOf(cells[2]),
                cells[3],
                ordinal,
                grades(cells[4]));
    }

    private static Grades grades(String text) {
        if (text.isBlank()) {
            return new Grades(0, 0);
        }
        String[] ends = text.split("-");
        return new Grades(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }
}
