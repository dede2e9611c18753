package vn.hocba.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Regulation;
import vn.hocba.record.RecordSnapshot.Cell;
import vn.hocba.shared.Texts;

/** Subjects from which a pupil is exempt by a decision of the head, with its ground among what stands in the subject. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Exempted {

    private final Regulations regulations;
    private final RefusedEntryRepository refusedEntries;

    Exempted(Regulations regulations, RefusedEntryRepository refusedEntries) {
        this.regulations = regulations;
        this.refusedEntries = refusedEntries;
    }

    /**
     * The pupil is exempt: the row says so, and why.
     *
     * @param ground in words, with the number and the day of the decision
     */
    public void from(YearRecord record, String subjectCode, String ground) {
        Map<String, String> cells = new LinkedHashMap<>(record.part(subjectCode).cells());
        cells.putAll(regulations.of(record).exemptCells());
        cells.put(Contents.EXEMPT_GROUND, ground);
        regulations.of(record).exemptCells().keySet().forEach(cell -> refusedEntries
                .findByYearRecordIdAndPartAndField(record.id(), subjectCode, cell)
                .ifPresent(refusedEntries::delete));
        record.part(subjectCode).replace(cells);
    }

    /** The pupil is assessed in the subject again; what was entered before it comes back. */
    public void noLonger(YearRecord record, String subjectCode) {
        Map<String, String> cells = new LinkedHashMap<>(record.part(subjectCode).cells());
        cells.keySet().removeAll(regulations.of(record).exemptCells().keySet());
        cells.remove(Contents.EXEMPT_GROUND);
        record.part(subjectCode).replace(cells);
    }

    /** Whether the regulation of a record knows exemption at all. */
    public boolean isKnown(YearRecord record) {
        return !regulations.of(record).exemptCells().isEmpty();
    }

    /** Subjects of which the row says exempt, as a workbook may have brought it, and no decision does; by their codes. */
    public List<String> undecided(YearRecord record) {
        Regulation regulation = regulations.of(record);
        return record.subjects().stream()
                .map(RecordPart::code)
                .filter(code -> regulation.isExempt(record.contents(), code) && ground(record, code) == null)
                .toList();
    }

    /** Why the pupil is exempt from a subject, in words; null where no decision says so. */
    public static String ground(YearRecord record, String subjectCode) {
        return record.contents().value(subjectCode, Contents.EXEMPT_GROUND).orElse(null);
    }

    /** Why the pupil was exempt from a subject, in words; empty where the version does not say it. */
    public static Optional<String> ground(RecordSnapshot.Part subject) {
        return Optional.ofNullable(subject.value(Contents.EXEMPT_GROUND));
    }

    /** The cells of a subject, with the ground where the pupil is exempt from it. */
    static List<Cell> with(List<Cell> cells, Regulation regulation, Contents contents, String subjectCode) {
        return regulation.isExempt(contents, subjectCode)
                ? with(
                        cells,
                        contents.value(subjectCode, Contents.EXEMPT_GROUND).orElse(null))
                : cells;
    }

    /** @param ground null where none was ever said */
    static List<Cell> with(List<Cell> cells, String ground) {
        if (ground == null) {
            return cells;
        }
        List<Cell> all = new ArrayList<>(cells);
        all.add(new Cell(Contents.EXEMPT_GROUND, Texts.vi("record.exempt-ground"), "", 0, ground));
        return all;
    }
}
