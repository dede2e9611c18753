package vn.hocba.assessment.tt27;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.hocba.assessment.AssessedBy;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Contradiction;
import vn.hocba.assessment.Curriculum;
import vn.hocba.assessment.DecisionTable;
import vn.hocba.assessment.DecisionTables;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Rank;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature;
import vn.hocba.assessment.Titles;
import vn.hocba.assessment.YearCurriculum;
import vn.hocba.shared.Refused;
import vn.hocba.shared.SchoolLevel;
import vn.hocba.shared.Texts;

/** TT 27/2020 in one school year under one Sở. */
public final class Tt27Primary implements Regulation {

    /** As records and {@code policy/regulations.csv} name it. */
    public static final String CODE = "TT27-2020";

    /** What stands in the cell of the level where the pupil is exempt from the subject. */
    public static final String EXEMPT = Scale.EXEMPT;

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(Signature.Signer.HOMEROOM_TEACHER, null),
            new Signature(Signature.Signer.PRINCIPAL, null),
            new Signature(Signature.Signer.SEAL, null));

    private final DecisionTables tables;
    private final Curriculum curriculum;
    private final Map<Basis, Regulation> known;
    private final Form form;
    private final Assessing assessing;
    private final Reading reading = new Reading(PupilTitle.ALL);

    /**
     * @param schoolYear the year in which it starts
     * @param provinceCode empty where no Sở stands above
     * @param table decides results
     */
    public Tt27Primary(
            DecisionTables tables, Curriculum curriculum, int schoolYear, String provinceCode, DecisionTable table) {
        this(
                tables,
                curriculum,
                new Basis(curriculum.in(SchoolLevel.PRIMARY, schoolYear, provinceCode), table),
                new ConcurrentHashMap<>());
    }

    private Tt27Primary(DecisionTables tables, Curriculum curriculum, Basis basis, Map<Basis, Regulation> known) {
        this.tables = tables;
        this.curriculum = curriculum;
        this.known = known;
        this.form = new Form(basis.curriculum());
        this.assessing = new Assessing(new Judgement(tables, basis.table()));
    }

    /** What differs between years and Sở. */
    private record Basis(YearCurriculum curriculum, DecisionTable table) {}

    @Override
    public Regulation in(int schoolYear, String provinceCode, DecisionTable table) {
        return known.computeIfAbsent(
                new Basis(curriculum.in(SchoolLevel.PRIMARY, schoolYear, provinceCode), table),
                basis -> new Tt27Primary(tables, curriculum, basis, known));
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return Texts.vi("assessment.tt27.title");
    }

    @Override
    public List<Part> parts(int grade) {
        return form.parts(grade);
    }

    @Override
    public Part demandPart(int grade, String partCode) {
        return form.part(grade, partCode);
    }

    @Override
    public boolean isOptional(int grade, Part part) {
        return form.isOptional(grade, part.code());
    }

    @Override
    public String read(int grade, Part part, Cell cell, String text) {
        return reading.read(part, cell, text);
    }

    @Override
    public RuntimeException noSuchCell(int grade, Part part, String cellCode) {
        return cellCode.equals(Form.MARK)
                ? Refused.invalid("assessment.entry.no-test", part.name(), grade)
                : Regulation.super.noSuchCell(grade, part, cellCode);
    }

    @Override
    public Set<String> closed(Contents contents, Part part) {
        if (!contents.assessedBy().hasResult()) {
            return Individual.closed(contents, part);
        }
        return switch (contents.value(part.code(), Form.LEVEL).orElse("")) {
            case Scale.EXEMPT -> Set.of(Form.MARK);
            case Scale.NOT_TAKEN -> Set.of(Form.MARK, Form.COMMENT);
            default -> Set.of();
        };
    }

    @Override
    public boolean knowsPlans() {
        return true;
    }

    @Override
    public boolean isNotTaken(Contents contents, String partCode) {
        return contents.value(partCode, Form.LEVEL)
                .filter(Scale.NOT_TAKEN::equals)
                .isPresent();
    }

    @Override
    public boolean isExempt(Contents contents, String partCode) {
        return contents.value(partCode, Form.LEVEL).filter(Scale.EXEMPT::equals).isPresent();
    }

    @Override
    public Map<String, String> exemptCells() {
        return Map.of(Form.LEVEL, Scale.EXEMPT);
    }

    @Override
    public List<String> gaps(Contents contents, Part part) {
        if (part.kind() == Part.Kind.SUBJECT
                && contents.assessedBy() != AssessedBy.NOTHING
                && isExempt(contents, part.code())
                && contents.value(part.code(), Contents.EXEMPT_GROUND).isEmpty()) {
            return List.of(Texts.vi("assessment.lacks.exemption"));
        }
        if (!contents.assessedBy().hasResult()) {
            return part.kind() == Part.Kind.CLASS
                    ? Individual.ofClass(form, contents, titles())
                    : Individual.ofSubject(contents, part);
        }
        return part.kind() == Part.Kind.CLASS
                ? Gaps.ofClass(form, contents, outcome(contents), titles())
                : Gaps.ofSubject(
                        Items.SubjectItem.of(part, contents.parts().getOrDefault(part.code(), Map.of())),
                        part.cells().stream()
                                .anyMatch(cell -> cell.kind() == Cell.Kind.TEXT
                                        && cell.required()
                                        && contents.value(part.code(), cell.code())
                                                .isEmpty()));
    }

    @Override
    public Outcome outcome(Contents contents) {
        return contents.assessedBy().hasResult()
                ? assessing.outcome(Items.of(form, contents))
                : Individual.outcome(contents);
    }

    @Override
    public Set<String> failed(Contents contents) {
        return contents.assessedBy().hasResult() ? assessing.failed(Items.of(form, contents)) : Set.of();
    }

    @Override
    public List<Contradiction> contradictions(Contents contents) {
        if (!contents.assessedBy().hasResult()) {
            return List.of();
        }
        return Items.of(form, contents).subjects().stream()
                .flatMap(subject -> assessing.contradiction(subject).stream())
                .toList();
    }

    @Override
    public Optional<Rank> rank(Part part, Cell cell, String symbol) {
        if (cell.kind() != Cell.Kind.SYMBOL) {
            return Optional.empty();
        }
        return Scale.rank(Form.isTrait(part, cell) ? Scale.TRAIT_LEVELS : Scale.SUBJECT_LEVELS, symbol);
    }

    @Override
    public String term(String result) {
        return Result.valueOf(result).term();
    }

    @Override
    public Titles titles() {
        return PupilTitle.ALL;
    }

    @Override
    public List<String> commentLevels() {
        return Scale.SUBJECT_LEVELS;
    }

    @Override
    public Optional<String> commentLevel(String result) {
        return Optional.of(
                switch (Result.valueOf(result)) {
                    case EXCELLENT, GOOD -> Scale.SUBJECT_LEVELS.get(0);
                    case COMPLETED -> Scale.SUBJECT_LEVELS.get(1);
                    case NOT_COMPLETED -> Scale.SUBJECT_LEVELS.get(2);
                });
    }

    @Override
    public boolean isComment(Cell cell) {
        return Regulation.super.isComment(cell) && !cell.code().equals(Form.REWARD_GROUND);
    }

    @Override
    public String commentBank(Cell comment) {
        return Form.GROUP_COMMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(comment.code()))
                .map(entry -> Part.CLASS + "." + Form.bank(entry.getKey()))
                .findFirst()
                .orElse(Part.CLASS);
    }

    /** By the worst level of what the comment is about. */
    @Override
    public Optional<String> commentLevel(Part ofClass, Cell comment, Map<String, String> cells, String result) {
        if (!Form.GROUP_COMMENTS.containsValue(comment.code())) {
            return Regulation.super.commentLevel(ofClass, comment, cells, result);
        }
        return ofClass.cells().stream()
                .filter(cell -> Form.isTrait(ofClass, cell) && cell.group().equals(comment.group()))
                .map(cell -> cells.get(cell.code()))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(Scale.TRAIT_LEVELS::indexOf))
                .map(level -> Scale.SUBJECT_LEVELS.get(Scale.TRAIT_LEVELS.indexOf(level)));
    }

    @Override
    public List<Signature> signatures(Contents contents) {
        return SIGNATURES;
    }

    /** Each signature covers the whole record. */
    @Override
    public List<Signature> voidedBy(Contents contents, Part part) {
        return SIGNATURES;
    }
}
