package vn.hocba.school;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.VietnameseText;

/** Which subjects, qualities and competences a level has: policy data in {@code policy/subjects.csv} and {@code policy/traits.csv}. */
@Component
public class Curriculum {

    private final List<Subject> subjects;
    private final List<Trait> traits;

    /** Reads the policy data. */
    public Curriculum() {
        List<String[]> lines = read("policy/subjects.csv");
        subjects = IntStream.range(0, lines.size())
                .mapToObj(i -> subject(lines.get(i), i))
                .toList();
        List<String[]> traitLines = read("policy/traits.csv");
        traits = IntStream.range(0, traitLines.size())
                .mapToObj(i -> trait(traitLines.get(i), i))
                .toList();
    }

    /**
     * A subject or educational activity.
     *
     * @param code stable, up to 20 letters
     * @param ordinal its place on the printed form
     */
    public record Subject(
            SchoolLevel level, String code, String name, int ordinal, Grades taught, Grades tested, Grades optional) {

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

    /** Finds a subject by the name that workbooks give it, whatever its case and marks. */
    public Optional<Subject> subjectNamed(SchoolLevel level, String name) {
        String key = VietnameseText.searchKey(name);
        return subjects.stream()
                .filter(s ->
                        s.level() == level && VietnameseText.searchKey(s.name()).equals(key))
                .findFirst();
    }

    /** Finds a quality or competence by the name that workbooks give it. */
    public Optional<Trait> traitNamed(SchoolLevel level, String name) {
        String key = VietnameseText.searchKey(name);
        return traits.stream()
                .filter(t ->
                        t.level() == level && VietnameseText.searchKey(t.name()).equals(key))
                .findFirst();
    }

    private static Subject subject(String[] cells, int ordinal) {
        return new Subject(
                SchoolLevel.valueOf(cells[0]),
                cells[1],
                cells[2],
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

    private static List<String[]> read(String resource) {
        List<String[]> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            boolean header = true;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                if (!header) {
                    lines.add(line.split(";", -1));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return List.copyOf(lines);
    }
}
