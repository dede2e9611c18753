package vn.hocba.dossier;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.SignatureLine;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.shared.Refused;
import vn.hocba.signing.RecordSignatures;

/** The documents of a record for those who may read it: the printed form as it stands, and the packet. */
@Service
public class RecordDocuments {

    private final RecordAccess access;
    private final RecordContents contents;
    private final PrintFormat print;
    private final RecordSignatures signatures;
    private final RecordNotice notice;
    private final AuditLog audit;
    private final String publicUrl;

    RecordDocuments(
            RecordAccess access,
            RecordContents contents,
            PrintFormat print,
            RecordSignatures signatures,
            RecordNotice notice,
            AuditLog audit,
            @Value("${hocba.public-url}") String publicUrl) {
        this.access = access;
        this.contents = contents;
        this.print = print;
        this.signatures = signatures;
        this.notice = notice;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /** The printed form (PDF/A): from the signed packet where there is one, else a draft that says so. */
    @Transactional
    public byte[] printedForm(String recordId) {
        Reader reader = access.demandWhole(recordId);
        RecordSnapshot content = contents.of(reader).snapshot();
        List<SignatureLine> lines = signatures.lines(recordId, contents.versionNo(reader));
        audit.appendRead(recordId, "record.printed", null);
        return print.printedForm(
                new PrintFormat.Year(content, lines, notice.effect(reader.record()), notice.beside(reader.record())),
                publicUrl + "/tra-cuu?ma=" + content.lookupCode(),
                notice.of(reader.record(), lines));
    }

    /**
     * The packet as it is now.
     *
     * @throws vn.hocba.shared.Refused when nothing was signed yet
     */
    @Transactional
    public byte[] packet(String recordId) {
        Reader reader = access.demandWhole(recordId);
        audit.appendRead(recordId, "record.downloaded", null);
        return contents.packet(reader).orElseThrow(() -> Refused.notFound("record.no-packet"));
    }
}
