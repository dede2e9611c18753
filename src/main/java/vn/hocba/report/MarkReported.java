package vn.hocba.report;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Freeze;
import vn.hocba.report.ReportedParts.Part;

/** Marks the versions of acknowledged parts as reported, chunk by chunk. */
@Component
class MarkReported {

    /** Records per transaction, as in a freeze (docs/decisions/0009). */
    static final int CHUNK = 100;

    private final ReportedParts parts;
    private final ReportItems items;
    private final YearRecords records;
    private final Freeze freeze;

    MarkReported(ReportedParts parts, ReportItems items, YearRecords records, Freeze freeze) {
        this.parts = parts;
        this.items = items;
        this.records = records;
        this.freeze = freeze;
    }

    /** @return false where nothing was left */
    boolean next(String reportId) {
        Optional<Part> next = parts.nextToRecord(reportId);
        if (next.isEmpty()) {
            return false;
        }
        Part part = next.get();
        List<String> chunk = items.unreported(part, CHUNK);
        if (chunk.isEmpty()) {
            parts.recorded(part.id());
        } else {
            records.lockAll(chunk);
            freeze.report(chunk, part.receiptNo());
            items.reported(reportId, chunk);
        }
        return true;
    }
}
