package vn.hocba.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Cell;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.shared.Refused;

/** What the school from which a pupil comes has written of the year so far. */
@Component
public class FormerSchool {

    private final Regulations regulations;
    private final RefusedEntryRepository refusedEntries;

    FormerSchool(Regulations regulations, RefusedEntryRepository refusedEntries) {
        this.regulations = regulations;
        this.refusedEntries = refusedEntries;
    }

    /**
     * Fills a record that was just opened. What is no value of ours is kept aside for whoever fills in the part, with the reason. A part of which the other
     * school says nothing, because the pupil was not taught it there, keeps what workbooks brought here.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill(YearRecord record, RecordSnapshot soFar) {
        Map<String, Map<String, String>> said = soFar.contents().parts();
        Regulation regulation = regulations.of(record);
        for (Part part : regulation.parts(record.grade())) {
            Map<String, String> theirs = said.get(part.code());
            if (theirs != null) {
                record.findPart(part.code()).ifPresent(own -> own.replace(ours(regulation, record, part, theirs)));
            }
        }
        if (regulation.knowsPlans()) {
            Individually.in(soFar).ifPresent(individually -> record.assess(individually.by(), individually.ground()));
        }
        record.setReward(regulation.titles().typed(soFar.conclusion().reward()));
    }

    private Map<String, String> ours(Regulation regulation, YearRecord record, Part part, Map<String, String> theirs) {
        Map<String, String> ours = new LinkedHashMap<>();
        for (Cell cell : part.cells()) {
            Optional.ofNullable(theirs.get(cell.code()))
                    .flatMap(text -> read(regulation, record, part, cell, text))
                    .ifPresent(text -> ours.put(cell.code(), text));
        }
        return ours;
    }

    private Optional<String> read(Regulation regulation, YearRecord record, Part part, Cell cell, String text) {
        try {
            return Optional.of(regulation.read(record.grade(), part, cell, text));
        } catch (Refused noValueOfOurs) {
            refusedEntries.save(new RefusedEntry(record.id(), part.code(), cell.code(), text));
            return Optional.empty();
        }
    }
}
