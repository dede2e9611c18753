package vn.hocba.record;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.shared.Texts;

/** What is still missing before a person may say «Hoàn tất» or sign: what the regulation asks for, and what the way of the record adds. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Completeness {

    private final Regulations regulations;
    private final RefusedEntryRepository refusedEntries;
    private final List<Undecided> undecided;

    Completeness(Regulations regulations, RefusedEntryRepository refusedEntries, List<Undecided> undecided) {
        this.regulations = regulations;
        this.refusedEntries = refusedEntries;
        this.undecided = undecided;
    }

    /** What a subject row lacks, in Vietnamese; empty when it is complete. */
    public List<String> ofSubject(YearRecord record, String subjectCode) {
        Regulation regulation = regulations.of(record);
        return ofSubject(
                regulation,
                record.contents(),
                regulation.demandPart(record.grade(), subjectCode),
                refusedEntries.existsByYearRecordIdAndPart(record.id(), subjectCode));
    }

    /** The same, where the contents and whether there are refused values are known already. */
    static List<String> ofSubject(Regulation regulation, Contents contents, Part row, boolean hasRefused) {
        List<String> missing = new ArrayList<>(regulation.gaps(contents, row));
        if (hasRefused) {
            missing.add(Texts.vi("record.lacks.correct-value"));
        }
        return missing;
    }

    /** What the homeroom summary lacks, in Vietnamese; empty when it may be signed. */
    public List<String> ofHomeroom(YearRecord record) {
        List<String> missing = ofHomeroom(
                record,
                regulations.of(record),
                record.contents(),
                refusedEntries.existsByYearRecordIdAndPart(record.id(), Part.CLASS));
        undecided.forEach(kind -> kind.about(record).ifPresent(missing::add));
        return missing;
    }

    /** The same, where the contents and whether there are refused values are known already. */
    static List<String> ofHomeroom(YearRecord record, Regulation regulation, Contents contents, boolean hasRefused) {
        List<String> missing =
                new ArrayList<>(regulation.gaps(contents, regulation.demandPart(record.grade(), Part.CLASS)));
        if (hasRefused) {
            missing.add(Texts.vi("record.lacks.correct-value"));
        }
        if (Promotion.isMissing(record, regulation.outcome(contents))) {
            missing.add(Texts.vi("record.lacks.promotion"));
        }
        return missing;
    }
}
