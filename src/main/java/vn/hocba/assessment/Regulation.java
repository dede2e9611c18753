package vn.hocba.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hocba.shared.Refused;

/**
 * How pupils of a level are assessed, as one regulation of the Ministry has it for the years in which it holds. A record is judged by the regulation of
 * its year for ever.
 */
public interface Regulation {

    /** Stable, kept with each record: letters, digits and hyphens, such as «TT27-2020». */
    String code();

    /** What it is called, such as «Thông tư số 27/2020/TT-BGDĐT». */
    String title();

    /** All parts that a record of this grade can have, in the order of the form: the subjects' rows, then the class's. */
    List<Part> parts(int grade);

    /** Whether a pupil of this grade has the part only where the school teaches it. */
    default boolean isOptional(int grade, Part part) {
        return false;
    }

    /** One of the parts of a grade; empty where the grade has no such part. */
    default Optional<Part> part(int grade, String partCode) {
        return parts(grade).stream()
                .filter(part -> part.code().equals(partCode))
                .findFirst();
    }

    /**
     * What a typed or imported text says in a cell.
     *
     * @param text as it was written
     * @return as it is kept; empty for nothing
     * @throws Refused invalid, when it may not stand there
     */
    String read(int grade, Part part, Cell cell, String text);

    /** The cells of a part that are closed as it stands: of an exempt pupil the mark. */
    Set<String> closed(Contents contents, Part part);

    /** Whether it lets pupils with disability be assessed by a plan of their own, or not at all. */
    default boolean knowsPlans() {
        return false;
    }

    /** Whether the pupil does not take an optional subject although the class is taught it: the record says nothing of it. */
    default boolean isNotTaken(Contents contents, String partCode) {
        return false;
    }

    /** What a part lacks before whoever fills it may hand it on, in Vietnamese; empty when it is complete. */
    List<String> gaps(Contents contents, Part part);

    /** What follows from all that was entered, with the reasons. */
    Outcome outcome(Contents contents);

    /** The parts that alone keep the pupil from completing the year: they are assessed again in summer. */
    Set<String> failed(Contents contents);

    /** The words of a result on the form, such as «Hoàn thành tốt». */
    String term(String result);

    /** The signatures that a record takes, in the order in which they are given. */
    List<Signature> signatures(Contents contents);

    /** Whether the teacher of a subject signs the own row of such a record. */
    default boolean asksRowSignature(Contents contents, String partCode) {
        return signatures(contents).contains(new Signature(Signature.Signer.SUBJECT_TEACHER, partCode));
    }

    /** The signatures that no longer hold once a cell of this part has changed. */
    List<Signature> voidedBy(Contents contents, Part part);

    /**
     * The same regulation as it holds in a school year under a Sở, with the subjects and the decision table of then and there. One that is the same at all
     * times is its own answer.
     *
     * @param provinceCode empty where no Sở stands above
     * @param table decides results
     */
    default Regulation in(int schoolYear, String provinceCode, DecisionTable table) {
        return this;
    }

    /**
     * A part by its code, also one that is not taught in this grade but stands in a record that says so.
     *
     * @throws IllegalArgumentException when the regulation knows no such part
     */
    default Part demandPart(int grade, String partCode) {
        return part(grade, partCode)
                .orElseThrow(() -> new IllegalArgumentException(code() + " has no part " + partCode));
    }

    /**
     * What a typed or imported text says, see {@link #read(int, Part, Cell, String)}, where the part may not have the cell in this grade.
     *
     * @throws Refused when it may not stand there
     * @throws IllegalArgumentException when the regulation knows no such part or cell
     */
    default String read(int grade, String partCode, String cellCode, String text) {
        Part part = demandPart(grade, partCode);
        Optional<Cell> cell =
                part.cells().stream().filter(one -> one.code().equals(cellCode)).findFirst();
        if (cell.isPresent()) {
            return read(grade, part, cell.get(), text);
        }
        if (text == null || text.isBlank()) {
            return "";
        }
        throw noSuchCell(grade, part, cellCode);
    }

    /** Why nothing can be entered in a cell that a part does not have in a grade: a refusal where it has it in another. */
    default RuntimeException noSuchCell(int grade, Part part, String cellCode) {
        return new IllegalArgumentException(part.code() + " has no cell " + cellCode);
    }

    /** How a symbol stands among those that may stand in its cell; empty where the cell ranks nothing. */
    default Optional<Rank> rank(Part part, Cell cell, String symbol) {
        return Optional.empty();
    }

    /** What was entered and hardly goes together. */
    default List<Contradiction> contradictions(Contents contents) {
        return List.of();
    }

    /** The titles that it awards. */
    default Titles titles() {
        return Titles.NONE;
    }

    /** The levels by which sentences of the comment bank are kept, best first; empty where they are not. */
    default List<String> commentLevels() {
        return List.of();
    }

    /** Whether a cell is for what is written about the pupil, for which sentences are kept. */
    default boolean isComment(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT;
    }

    /**
     * Under which name sentences for a comment of the class's part are kept: begins with {@link Part#CLASS}, up to 20 letters. One that is about a group of
     * cells has sentences of its own.
     */
    default String commentBank(Cell comment) {
        return Part.CLASS;
    }

    /**
     * The level of sentences that go with a comment of the class's part, as the part stands; empty for any.
     *
     * @param cells of the part, by code
     * @param result code of the year's result; null while there is none
     */
    default Optional<String> commentLevel(Part ofClass, Cell comment, Map<String, String> cells, String result) {
        return result == null ? Optional.empty() : commentLevel(result);
    }

    /** The level of sentences that go with a result of the year; empty for any. */
    default Optional<String> commentLevel(String result) {
        return Optional.empty();
    }

    /** Whether what stands in a subject says that the pupil is exempt from it. */
    default boolean isExempt(Contents contents, String partCode) {
        return false;
    }

    /** What stands in the cells of a subject from which a pupil is exempt; nothing where the regulation knows no exemption. */
    default Map<String, String> exemptCells() {
        return Map.of();
    }
}
