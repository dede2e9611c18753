package vn.hocba.signing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Contents;
import vn.hocba.assessment.Part;
import vn.hocba.assessment.Regulation;
import vn.hocba.assessment.Signature;
import vn.hocba.record.Regulations;
import vn.hocba.record.YearRecord;

/** Voids what does not hold any more once parts of a record are open again: which signatures those are, the regulation says. */
@Component
public class VoidSignatures {

    private final Regulations regulations;
    private final RecordSignatures signatures;

    VoidSignatures(Regulations regulations, RecordSignatures signatures) {
        this.regulations = regulations;
        this.signatures = signatures;
    }

    /** Voids those over the whole record of the version that is being made; those over rows hold as long as their rows do. */
    public void ofWhole(YearRecord record, String reason) {
        of(record, List.of(Part.CLASS), reason);
    }

    /**
     * Voids those of the version that is being made.
     *
     * @param parts codes of the parts that are open again
     */
    public void of(YearRecord record, Collection<String> parts, String reason) {
        Regulation regulation = regulations.of(record);
        Contents contents = record.contents();
        Set<Signature> voided = new HashSet<>();
        regulation.parts(record.grade()).stream()
                .filter(part -> parts.contains(part.code()))
                .forEach(part -> voided.addAll(regulation.voidedBy(contents, part)));
        signatures.voidThose(record.id(), record.versionNo(), voided, reason);
    }
}
