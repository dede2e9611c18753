package vn.hocba.assessment.tt27;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.CommentUse;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.Curriculum.Subject;
import vn.hocba.assessment.Curriculum.Trait;
import vn.hocba.assessment.Curriculum.TraitGroup;
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

    /** For what a title was given that needs more than the result (Điều 13.1.a). */
    static final String REWARD_GROUND = "rewardGround";

    /** The comments of sections 2, 3.1 and 3.2 of the form, each with what it is about. */
    static final Map<TraitGroup, String> GROUP_COMMENTS = groupComments();

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

    /** The comments that the class's part asks for and lacks; none where one was written instead of them. */
    List<String> lackingComments(Contents contents) {
        boolean instead = curriculum.comment(COMMENT).equals(Optional.of(CommentUse.INSTEAD))
                && contents.value(Part.CLASS, COMMENT).isPresent();
        return part(contents.grade(), Part.CLASS).cells().stream()
                .filter(cell -> cell.kind() == Cell.Kind.TEXT && cell.required())
                .map(Cell::code)
                .filter(code -> contents.value(Part.CLASS, code).isEmpty())
                .filter(code -> !(instead && GROUP_COMMENTS.containsValue(code)))
                .toList();
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

    private Part row(int grade, Subject subject) {
        List<Cell> cells = new ArrayList<>();
        cells.add(symbol(
                LEVEL,
                name(LEVEL),
                "",
                Stream.of(
                                Scale.SUBJECT_LEVELS.stream(),
                                Stream.of(Scale.EXEMPT),
                                Stream.of(Scale.NOT_TAKEN)
                                        .filter(symbol -> subject.optional().contain(grade)))
                        .flatMap(Function.identity())
                        .toList()));
        if (subject.isTestedIn(grade)) {
            cells.add(number(MARK, Scale.BEST_MARK));
        }
        comment(Curriculum.SUBJECT_COMMENT, COMMENT, "").ifPresent(cells::add);
        return new Part(subject.code(), Part.Kind.SUBJECT, subject.formName(), cells);
    }

    private Part ofClass(int grade) {
        List<Cell> cells = new ArrayList<>();
        for (Trait trait : curriculum.traits(grade)) {
            cells.add(symbol(trait.code(), trait.name(), title(trait.group()), Scale.TRAIT_LEVELS));
        }
        cells.add(number(EXCUSED, Scale.MOST_DAYS));
        cells.add(number(UNEXCUSED, Scale.MOST_DAYS));
        GROUP_COMMENTS.forEach(
                (group, code) -> comment(code, code, title(group)).ifPresent(cells::add));
        comment(COMMENT, COMMENT, "").ifPresent(cells::add);
        cells.add(text(REWARD, "", Cell.Kind.CHOICE, Scale.REWARD_LENGTH, false));
        cells.add(text(REWARD_GROUND, "", Cell.Kind.TEXT, Scale.REWARD_LENGTH, false));
        cells.add(measure(HEIGHT, Scale.TALLEST_CM));
        cells.add(measure(WEIGHT, Scale.HEAVIEST_KG));
        return new Part(Part.CLASS, Part.Kind.CLASS, Texts.vi("assessment.part.class"), cells);
    }

    private static Cell symbol(String code, String name, String group, List<String> symbols) {
        return new Cell(code, name, group, Cell.Kind.SYMBOL, symbols, 0, 0, 0, true, 0);
    }

    private static Cell number(String code, int largest) {
        return new Cell(code, name(code), "", Cell.Kind.NUMBER, List.of(), 0, largest, 0, true, 0);
    }

    /** Of the body: with one decimal, and nobody has to be measured. */
    private static Cell measure(String code, int largest) {
        return new Cell(code, name(code), "", Cell.Kind.NUMBER, List.of(), 0, largest, 1, false, 0);
    }

    /** Empty where the form has no such comment. */
    private Optional<Cell> comment(String policy, String code, String group) {
        return curriculum
                .comment(policy)
                .map(use -> text(code, group, Cell.Kind.TEXT, Scale.COMMENT_LENGTH, use == CommentUse.REQUIRED));
    }

    private static Cell text(String code, String group, Cell.Kind kind, int longest, boolean required) {
        return new Cell(code, name(code), group, kind, List.of(), 0, longest, 0, required, 0);
    }

    /** How the comment bank names a group. */
    static String bank(TraitGroup group) {
        return switch (group) {
            case QUALITY -> "PC";
            case COMMON_COMPETENCE -> "NLC";
            case SPECIFIC_COMPETENCE -> "NLD";
        };
    }

    private static String title(TraitGroup group) {
        return Texts.vi("assessment.group." + group.name());
    }

    private static Map<TraitGroup, String> groupComments() {
        Map<TraitGroup, String> codes = new EnumMap<>(TraitGroup.class);
        codes.put(TraitGroup.QUALITY, "qualityComment");
        codes.put(TraitGroup.COMMON_COMPETENCE, "commonComment");
        codes.put(TraitGroup.SPECIFIC_COMPETENCE, "specificComment");
        return Collections.unmodifiableMap(codes);
    }

    private static String name(String code) {
        return Texts.vi("assessment.cell." + code);
    }
}
