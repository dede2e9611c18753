package vn.hocba.registry;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.document.ReceiptFormat;
import vn.hocba.registry.SignedEntries.Checked;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketVerification.Finding;

/** Biên nhận tiếp nhận: by what the Sở confirms how it has answered a version that a school handed in. */
@Service
@Transactional(readOnly = true)
public class IntakeReceipts {

    private final JdbcClient jdbc;
    private final SignedEntries signed;
    private final ReceiptFormat format;

    IntakeReceipts(JdbcClient jdbc, SignedEntries signed, ReceiptFormat format) {
        this.jdbc = jdbc;
        this.signed = signed;
        this.format = format;
    }

    /**
     * The last answer about a record.
     *
     * @param number such as «BN-2027-000123»
     * @param signed whether the Sở has signed the list in which it stands
     */
    public record Answer(String number, boolean accepted, boolean signed) {}

    private record Row(String id, String number, boolean accepted) {}

    /** Empty where the Sở has not answered about it. */
    public Optional<Answer> of(String yearRecordId) {
        return latest(yearRecordId)
                .map(row -> new Answer(
                        row.number(),
                        row.accepted(),
                        signed.find(row.id(), null).isPresent()));
    }

    /**
     * The receipt of the last answer, as a file.
     *
     * @throws Refused when there is none, the Sở has not signed it yet, or it does not pass its checks
     */
    public byte[] document(String yearRecordId) {
        Checked found = latest(yearRecordId)
                .flatMap(row -> signed.find(row.id(), null))
                .orElseThrow(() -> Refused.notNow("registry.receipt.intake-awaited"));
        if (!found.report().passed()) {
            Finding first = found.report().findings().get(0);
            throw Refused.invalid(first.key(), first.args().toArray());
        }
        return format.write(found.receipt());
    }

    private Optional<Row> latest(String yearRecordId) {
        return jdbc.sql(
                        "select id, receipt_no, accepted from receipt where year_record_id = ? order by at desc limit 1")
                .param(yearRecordId)
                .query((row, n) ->
                        new Row(row.getString("id"), row.getString("receipt_no"), row.getBoolean("accepted")))
                .optional();
    }
}
