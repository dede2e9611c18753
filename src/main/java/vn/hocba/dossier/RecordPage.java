package vn.hocba.dossier;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.assessment.Outcome;
import vn.hocba.assessment.Regulation;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.CellChanges;
import vn.hocba.record.OverallAssessment;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordState;
import vn.hocba.record.Regulations;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Requests;
import vn.hocba.signing.RecordSignatures;
import vn.hocba.supplement.SupplementRequest;
import vn.hocba.workflow.RecordDiagram;

/** Everything about one record on one page: content, what happened, signatures, versions, the place in the process. */
@Service
public class RecordPage {

    private final RecordAccess access;
    private final RecordContents contents;
    private final Regulations regulations;
    private final OverallAssessment assessment;
    private final RecordSignatures signatures;
    private final RecordDiagram diagram;
    private final Requests requests;
    private final AuditLog audit;

    RecordPage(
            RecordAccess access,
            RecordContents contents,
            Regulations regulations,
            OverallAssessment assessment,
            RecordSignatures signatures,
            RecordDiagram diagram,
            Requests requests,
            AuditLog audit) {
        this.access = access;
        this.contents = contents;
        this.regulations = regulations;
        this.assessment = assessment;
        this.signatures = signatures;
        this.diagram = diagram;
        this.requests = requests;
        this.audit = audit;
    }

    /**
     * The page.
     *
     * @param content what the current packet says; while nothing is signed, what was entered so far
     * @param signed whether the content comes from a signed packet
     * @param assessment of what was entered, with its reasons; null where not the whole is read
     * @param regulation of the record's year
     * @param whole whether the person reads the whole record; the rest of the page has what the person reads of it
     * @param changes what each issued version says differently from the one before
     * @param cellChanges what was replaced or taken out in the cells that the person reads, oldest first
     * @param history what happened, oldest first
     * @param inForceNo number of the accepted version while another one is being made; null otherwise
     * @param historyIntact whether the chain of the history is whole
     * @param whereabouts of the pupil
     * @param supplements how many documents of the Sở stand beside the frozen record
     */
    public record Page(
            String recordId,
            RecordState state,
            Instant stateSince,
            int versionNo,
            Integer inForceNo,
            RecordSnapshot content,
            boolean whole,
            boolean signed,
            Outcome assessment,
            Regulation regulation,
            List<AuditLog.Entry> history,
            boolean historyIntact,
            List<RecordSignatures.Stored> signatures,
            List<PacketStore.VersionInfo> versions,
            List<RecordChanges.Change> changes,
            List<CellChanges.Change> cellChanges,
            RecordDiagram.Place place,
            Whereabouts whereabouts,
            int supplements) {}

    /**
     * Reads the page; the read is logged.
     *
     * @throws vn.hocba.shared.Refused when the record is not the current user's concern
     */
    @Transactional
    public Page of(String recordId) {
        Reader reader = access.demand(recordId);
        YearRecord record = reader.record();
        RecordContents.Content content = contents.of(reader);
        List<AuditLog.Entry> actions = audit.actionsOn(recordId);
        List<CellChanges.Change> changed = contents.cellChanges(recordId);
        Page page = new Page(
                recordId,
                record.state(),
                record.stateSince(),
                record.versionNo(),
                contents.inForceNo(recordId).orElse(null),
                reader.of(content.snapshot()),
                reader.readsWhole(),
                content.signed(),
                reader.readsWhole() ? assessment.of(record) : null,
                regulations.of(record),
                history(reader, actions),
                audit.isIntact(recordId) && CellChanges.areWhole(recordId, changed, actions),
                reader.readsWhole() ? signatures.history(recordId) : List.of(),
                reader.readsWhole() ? contents.versions(recordId) : List.of(),
                reader.readsWhole() ? contents.changes(recordId, regulations.of(record)) : List.of(),
                changed.stream().filter(reader::reads).toList(),
                diagram.of(recordId),
                contents.whereabouts(reader, content.snapshot()),
                requests.done(recordId, SupplementRequest.TYPE));
        audit.appendRead(recordId, "record.read", null);
        return page;
    }

    /** Who fills in rows reads what happened to these (the changes of their cells), and not why others had theirs returned. */
    private List<AuditLog.Entry> history(Reader reader, List<AuditLog.Entry> actions) {
        if (reader.view() == Reader.View.OWN_ROWS) {
            return List.of();
        }
        return reader.readsWhoRead() ? audit.of(reader.record().id()) : actions;
    }
}
