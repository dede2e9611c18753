package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.shared.Texts;

/** The parts of a record and their cells, from what is taught (domain §4.6). */
final class Form {

    static final String LEVEL = "level";
    static final String MARK = "mark";
    static final String COMMENT = "comment";
    static final String EXCUSED = "excused";
    static final String UNEXCUSED = "unexcused";
    static final String HEIGHT = "heightCm";
    static final String WEIGHT = "weightKg";
    static final String REWARD = "reward";

    private static final int LAST_GRADE = 5;

    private final YearCurriculum curriculum;
    private final Map<Integer, List<Part>> parts;

    Form(YearCurriculum curriculum) {
        this.curriculum = curriculum;
        this.parts = IntStream.rangeClosed(1, LAST_GRADE)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), this::build));
    }

    /** @throws IllegalArgumentException when primary level has no such grade */
    List<Part> parts(int grade) {
        List<Part> found = parts.get(grade);
        if (found == null) {
            throw new IllegalArgumentException("no grade of primary level: " + grade);
        }
        return found;
    }

    /** A part, also of a subject that is not taught in this grade. */
    Part part(int grade, String code) {
        return parts(grade).stream()
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElseGet(() -> row(
                        grade,
                        curriculum
                                .subject(code)
                                .orElseThrow(() -> new IllegalArgumentException("unknown subject " + code))));
    }

    boolean isOptional(int grade, String code) {
        return curriculum
                .subject(code)
                .map(subject -> subject.optional().contain(grade))
                .orElse(false);
    }

    /** Whether the cell is a quality's or competence's. */
    static boolean isTrait(Part part, Cell cell) {
        return part.kind() == Part.Kind.CLASS && cell.kind() == Cell.Kind.SYMBOL;
    }

    static boolean isTested(Part part) {
        return part.cells().stream().anyMatch(cell -> cell.code().equals(MARK));
    }

    private List<Part> build(int grade) {
        List<Part> all = new ArrayList<>();
        curriculum.subjects(grade).forEach(subject -> all.add(row(grade, subject)));
        all.add(ofClass(grade));
        return List.copyOf(all);
    }

    private static Part row(int grade, Subject subject) {
        List<Cell> cells = new ArrayList<>();
        cells.add(symbol(
                LEVEL,
                name(LEVEL),
                "",
                Stream.concat(Scale.SUBJECT_LEVELS.stream(), Stream.of(Scale.EXEMPT))
                        .toList()));
        if (subject.isTestedIn(grade)) {
            cells.add(number(MARK, Scale.BEST_MARK, true));
        }
        cells.add(text(COMMENT, Cell.Kind.TEXT, Scale.COMMENT_LENGTH, true));
        return new Part(subject.code(), Part.Kind.SUBJECT, subject.formName(), cells);
    }

    private Part ofClass(int grade) {
        List<Cell> cells = new ArrayList<>();
        for (Trait trait : curriculum.traits(grade)) {
            String group = Texts.vi("assessment.group." + trait.group().name());
            cells.add(symbol(trait.code(), trait.name(), group, Scale.TRAIT_LEVELS));
        }
        cells.add(number(EXCUSED, Scale.MOST_DAYS, true));
        cells.add(number(UNEXCUSED, Scale.MOST_DAYS, true));
        cells.add(text(COMMENT, Cell.Kind.TEXT, Scale.COMMENT_LENGTH, true));
        cells.add(text(REWARD, Cell.Kind.CHOICE, Scale.REWARD_LENGTH, false));
        cells.add(number(HEIGHT, Scale.TALLEST_CM, false));
        cells.add(number(WEIGHT, Scale.HEAVIEST_KG, false));
        return new Part(Part.CLASS, Part.Kind.CLASS, Texts.vi("assessment.part.class"), cells);
    }

    private static Cell symbol(String code, String name, String group, List<String> symbols) {
        return new Cell(code, name, group, Cell.Kind.SYMBOL, symbols, 0, 0, 0, true, 0);
    }

    private static Cell number(String code, int largest, boolean required) {
        return new Cell(code, name(code), "", Cell.Kind.NUMBER, List.of(), 0, largest, 0, required, 0);
    }

    private static Cell text(String code, Cell.Kind kind, int longest, boolean required) {
        return new Cell(code, name(code), "", kind, List.of(), 0, longest, 0, required, 0);
    }

    private static String name(String code) {
        return Texts.vi("assessment.cell." + code);
    }
}
