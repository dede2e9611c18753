package vn.hocba.dossier;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.BookNotice;
import vn.hocba.document.PrintFormat;
import vn.hocba.document.PrintFormat.Year;
import vn.hocba.document.SignatureLine;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.YearRecord;
import vn.hocba.shared.Refused;
import vn.hocba.signing.RecordSignatures;

/** «In cả học bạ»: every year of a pupil that was issued here, for those who read the whole of each. */
@Service
public class WholeBook {

    private final RecordAccess access;
    private final RecordHolders holders;
    private final RecordContents contents;
    private final RecordSignatures signatures;
    private final RecordNotice notice;
    private final PrintFormat print;
    private final AuditLog audit;
    private final String publicUrl;

    WholeBook(
            RecordAccess access,
            RecordHolders holders,
            RecordContents contents,
            RecordSignatures signatures,
            RecordNotice notice,
            PrintFormat print,
            AuditLog audit,
            @Value("${hocba.public-url}") String publicUrl) {
        this.access = access;
        this.holders = holders;
        this.contents = contents;
        this.signatures = signatures;
        this.notice = notice;
        this.print = print;
        this.audit = audit;
        this.publicUrl = publicUrl;
    }

    /** Whether there is more to print than the year of this record, and the current user reads all of it. */
    @Transactional(readOnly = true)
    public boolean isOffered(String recordId) {
        List<String> years = holders.issuedYears(access.demand(recordId).record());
        return !years.isEmpty()
                && !years.equals(List.of(recordId))
                && years.stream().allMatch(access::readsWhole);
    }

    /**
     * The whole học bạ of the pupil of a record (PDF/A), each year from its signed packet.
     *
     * @throws Refused when no year was issued, or the current user does not read the whole of each
     */
    @Transactional
    public byte[] printed(String recordId) {
        List<YearRecord> records = holders
                .issuedYears(access.demandWhole(recordId).record())
                .stream()
                .map(year -> access.demandWhole(year).record())
                .toList();
        if (records.isEmpty()) {
            throw Refused.notFound("record.no-packet");
        }
        List<Year> years = new ArrayList<>();
        BookNotice words = new BookNotice();
        for (YearRecord record : records) {
            RecordContents.Issued issued = contents.issued(record);
            List<SignatureLine> lines = signatures.lines(record.id(), issued.versionNo());
            years.add(new Year(issued.snapshot(), lines, notice.effect(record), notice.beside(record)));
            words.add(record.schoolYear(), notice.of(record, lines));
            audit.appendRead(record.id(), "record.printed", null);
        }
        return print.wholeBook(
                years, publicUrl + "/tra-cuu?ma=" + years.get(0).version().lookupCode(), words.text());
    }
}
