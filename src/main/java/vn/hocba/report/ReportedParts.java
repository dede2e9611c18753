package vn.hocba.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The parts of the reports. Their content is large: it is read by itself, and only where it is sent. */
@Repository
class ReportedParts {

    /** Everything of a part but its content. */
    private static final String PART =
            "select id, report_id, part_no, records, content_hash, signed_at, receipt_no, receipt_at, sent_at"
                    + " from ministry_report_part ";

    private static final RowMapper<Part> TO_PART = (row, n) -> new Part(
            row.getString("id"),
            row.getString("report_id"),
            row.getInt("part_no"),
            row.getInt("records"),
            row.getString("content_hash"),
            UtcTimes.read(row, "signed_at"),
            row.getString("receipt_no"),
            UtcTimes.read(row, "receipt_at"),
            UtcTimes.read(row, "sent_at"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    ReportedParts(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A part.
     *
     * @param hash SHA-256 of the signed content, hexadecimal; null before it is signed, as is signedAt
     * @param receiptNo null before the ministry has acknowledged it, as are receiptAt and sentAt
     */
    record Part(
            String id,
            String reportId,
            int partNo,
            int records,
            String hash,
            Instant signedAt,
            String receiptNo,
            Instant receiptAt,
            Instant sentAt) {}

    /**
     * Makes the parts of a report.
     *
     * @param total versions of all parts
     * @param perPart most versions of one part
     * @return how many parts
     */
    int make(String reportId, int total, int perPart) {
        int parts = (total + perPart - 1) / perPart;
        batches.batchUpdate(
                "insert into ministry_report_part (id, report_id, part_no, records, recorded) values (?, ?, ?, ?, false)",
                IntStream.rangeClosed(1, parts)
                        .mapToObj(no -> new Object[] {
                            Ids.next(), reportId, no, no < parts ? perPart : total - (parts - 1) * perPart
                        })
                        .toList());
        return parts;
    }

    /** All of a report, in their order. */
    List<Part> of(String reportId) {
        return jdbc.sql(PART + "where report_id = ? order by part_no")
                .param(reportId)
                .query(TO_PART)
                .list();
    }

    /** Ids of those that nobody has signed yet, in their order. */
    List<String> unsigned(String reportId) {
        return jdbc.sql(
                        "select id from ministry_report_part where report_id = ? and signed_at is null order by part_no")
                .param(reportId)
                .query(String.class)
                .list();
    }

    /** Waits until nobody else signs this part. */
    Part lock(String partId) {
        return jdbc.sql(PART + "where id = ? for update")
                .param(partId)
                .query(TO_PART)
                .single();
    }

    void keepSigned(String partId, byte[] content, String hash, String serial) {
        jdbc.sql(
                        "update ministry_report_part set content = ?, content_hash = ?, serial = ?, signed_at = ? where id = ?")
                .params(content, hash, serial, UtcTimes.bind(clock.instant()), partId)
                .update();
    }

    byte[] content(String partId) {
        return jdbc.sql("select content from ministry_report_part where id = ?")
                .param(partId)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    Optional<Part> nextToSend(String reportId) {
        return jdbc.sql(PART + "where report_id = ? and receipt_no is null order by part_no limit 1")
                .param(reportId)
                .query(TO_PART)
                .optional();
    }

    void sent(Part part, MinistryReceipt receipt) {
        jdbc.sql("update ministry_report_part set receipt_no = ?, receipt_at = ?, sent_at = ? where id = ?")
                .params(receipt.number(), UtcTimes.bind(receipt.at()), UtcTimes.bind(clock.instant()), part.id())
                .update();
    }

    Optional<Part> nextToRecord(String reportId) {
        return jdbc.sql(PART + "where report_id = ? and recorded = false order by part_no limit 1")
                .param(reportId)
                .query(TO_PART)
                .optional();
    }

    /** Every version of it is marked as reported. */
    void recorded(String partId) {
        jdbc.sql("update ministry_report_part set recorded = true where id = ?")
                .param(partId)
                .update();
    }
}
