package vn.hocba.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Regulation;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Requests;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.supplement.SupplementRequest;
import vn.hocba.workflow.RecordProcesses;

/** Everything about one record on one page: content, what happened, signatures, versions, the place in the process. */
@Service
public class RecordPage {

    private final RecordAccess access;
    private final YearRecords records;
    private final PacketStore packets;
    private final PacketFormat format;
    private final Snapshots snapshots;
    private final Regulations regulations;
    private final OverallAssessment assessment;
    private final RecordSignatures signatures;
    private final RecordProcesses processes;
    private final Requests requests;
    private final AuditLog audit;

    RecordPage(
            RecordAccess access,
            YearRecords records,
            PacketStore packets,
            PacketFormat format,
            Snapshots snapshots,
            Regulations regulations,
            OverallAssessment assessment,
            RecordSignatures signatures,
            RecordProcesses processes,
            Requests requests,
            AuditLog audit) {
        this.access = access;
        this.records = records;
        this.packets = packets;
        this.format = format;
        this.snapshots = snapshots;
        this.regulations = regulations;
        this.assessment = assessment;
        this.signatures = signatures;
        this.processes = processes;
        this.requests = requests;
        this.audit = audit;
    }

    /**
     * The page.
     *
     * @param content what the current packet says; while nothing is signed, what was entered so far
     * @param signed whether the content comes from a signed packet
     * @param assessment of what was entered, with its reasons
     * @param regulation of the record's year
     * @param changes what each issued version says differently from the one before
     * @param history what happened, oldest first
     * @param inForceNo number of the accepted version while another one is being made; null otherwise
     * @param historyIntact whether the chain of the history is whole
     * @param supplements how many documents of the Sở stand beside the frozen record
     */
    public record Page(
            String recordId,
            RecordState state,
            Instant stateSince,
            int versionNo,
            Integer inForceNo,
            RecordSnapshot content,
            boolean signed,
            Outcome assessment,
            Regulation regulation,
            List<AuditLog.Entry> history,
            boolean historyIntact,
            List<RecordSignatures.Stored> signatures,
            List<PacketStore.VersionInfo> versions,
            List<RecordChanges.Change> changes,
            RecordProcesses.Place place,
            int supplements) {}

    /**
     * Reads the page; the read is logged.
     *
     * @throws vn.hocba.shared.Refused when the record is not the current user's concern
     */
    @Transactional
    public Page of(String recordId) {
        YearRecord record = records.get(recordId);
        access.demandRead(record);
        Optional<byte[]> packet = packets.find(recordId);
        RecordSnapshot content = packet.map(format::read).orElseGet(() -> snapshots.of(record));
        Page page = new Page(
                recordId,
                record.state(),
                record.stateSince(),
                record.versionNo(),
                packets.inForce(recordId).map(PacketStore.InForce::versionNo).orElse(null),
                content,
                packet.isPresent(),
                assessment.of(record),
                regulations.of(record),
                audit.of(recordId),
                audit.isIntact(recordId),
                signatures.history(recordId),
                packets.history(recordId),
                changes(recordId, regulations.of(record)),
                processes.place(recordId),
                requests.done(recordId, SupplementRequest.TYPE));
        audit.appendRead(recordId, "record.read", null);
        return page;
    }

    private List<RecordChanges.Change> changes(String recordId, Regulation regulation) {
        List<RecordSnapshot> issued =
                packets.issued(recordId).stream().map(format::read).toList();
        return IntStream.range(1, issued.size())
                .boxed()
                .flatMap(i -> RecordChanges.between(issued.get(i - 1), issued.get(i), regulation).stream())
                .toList();
    }
}
