package vn.hocba.report;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.calendar.Wave;
import vn.hocba.cutoff.CutOffEnded;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The reports, their parts, and which versions they hold. */
@Repository
class Reports {

    private static final int ERROR_LENGTH = 1000;

    private static final String REPORT =
            "select id, province_id, school_year, wave, state, effective_on, total, parts, batch_id, late_at, last_error,"
                    + " signed_by_name, signed_at, done_at from ministry_report ";
    private static final RowMapper<Report> TO_REPORT = (row, n) -> new Report(
            row.getString(1),
            row.getString(2),
            row.getInt(3),
            Wave.valueOf(row.getString(4)),
            ReportState.valueOf(row.getString(5)),
            row.getDate(6).toLocalDate(),
            row.getInt(7),
            row.getInt(8),
            row.getString(9),
            UtcTimes.read(row, 10),
            row.getString(11),
            row.getString(12),
            UtcTimes.read(row, 13),
            UtcTimes.read(row, 14));

    /** Everything of a part but its content. */
    private static final String PART =
            "select id, report_id, part_no, records, content_hash, signed_at, receipt_no, receipt_at, sent_at"
                    + " from ministry_report_part ";

    private static final RowMapper<Part> TO_PART = (row, n) -> new Part(
            row.getString(1),
            row.getString(2),
            row.getInt(3),
            row.getInt(4),
            row.getString(5),
            UtcTimes.read(row, 6),
            row.getString(7),
            UtcTimes.read(row, 8),
            UtcTimes.read(row, 9));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Reports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A report.
     *
     * @param effectiveOn of the versions that it reports
     * @param parts 0 until its parts are fixed
     * @param batchId null before the first signature
     * @param lateAt when it was found late; null where it was not
     * @param lastError of the last attempt to send, in Vietnamese; null where that did not fail
     */
    record Report(
            String id,
            String provinceId,
            int schoolYear,
            Wave wave,
            ReportState state,
            LocalDate effectiveOn,
            int total,
            int parts,
            String batchId,
            Instant lateAt,
            String lastError,
            String signedByName,
            Instant signedAt,
            Instant doneAt) {}

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

    /** The waves that are over, have frozen something and have no report. */
    List<CutOffEnded> missed() {
        return jdbc.sql("select c.province_id, c.school_year, c.wave, c.effective_on from cut_off c"
                        + " join org_unit u on u.id = c.province_id where c.state = 'DONE' and not exists (select 1 from ministry_report m"
                        + " where m.province_id = c.province_id and m.school_year = c.school_year and m.wave = c.wave)"
                        + " and exists (select 1 from registered_record g where g.province_code = u.code and g.school_year = c.school_year"
                        + " and g.state = 'FROZEN' and g.effective_on = c.effective_on)")
                .query((row, n) -> new CutOffEnded(
                        row.getString(1),
                        row.getInt(2),
                        Wave.valueOf(row.getString(3)),
                        row.getDate(4).toLocalDate()))
                .list();
    }

    void lockProvince(String provinceId) {
        jdbc.sql("select id from org_unit where id = ? for update")
                .param(provinceId)
                .query(String.class)
                .single();
    }

    Optional<Report> find(String id) {
        return jdbc.sql(REPORT + "where id = ?").param(id).query(TO_REPORT).optional();
    }

    Report get(String id) {
        return find(id).orElseThrow();
    }

    /** Waits until nobody else works on the report. */
    Report lock(String id) {
        return jdbc.sql(REPORT + "where id = ? for update")
                .param(id)
                .query(TO_REPORT)
                .single();
    }

    Optional<Report> find(String provinceId, int schoolYear, Wave wave) {
        return jdbc.sql(REPORT + "where province_id = ? and school_year = ? and wave = ?")
                .params(provinceId, schoolYear, wave.name())
                .query(TO_REPORT)
                .optional();
    }

    int waiting(String provinceId) {
        return jdbc.sql("select count(*) from ministry_report where province_id = ? and state = 'WAITING'")
                .param(provinceId)
                .query(Integer.class)
                .single();
    }

    String begin(String provinceId, int schoolYear, Wave wave, LocalDate effectiveOn, int total) {
        String id = Ids.next();
        jdbc.sql(
                        "insert into ministry_report (id, province_id, school_year, wave, state, effective_on, total, parts, created_at)"
                                + " values (?, ?, ?, ?, 'WAITING', ?, ?, 0, ?)")
                .params(
                        id,
                        provinceId,
                        schoolYear,
                        wave.name(),
                        Date.valueOf(effectiveOn),
                        total,
                        UtcTimes.bind(clock.instant()))
                .update();
        return id;
    }

    /**
     * Fixes which versions the report holds and in which part each stands, by school and class: one statement, whatever the number.
     *
     * @param perPart most versions of one part
     * @return how many versions
     */
    int fix(Report report, String provinceCode, int perPart) {
        int total = jdbc.sql("insert into ministry_report_item (report_id, year_record_id, part_no, ordinal, reported)"
                        + " select m.id, f.year_record_id, floor((f.place - 1) / " + perPart + ") + 1, f.place, false"
                        + " from ministry_report m, (select year_record_id, row_number() over (order by school_code, class_name, year_record_id)"
                        + " as place from registered_record where province_code = :province and school_year = :year and state = 'FROZEN'"
                        + " and effective_on = :day) f where m.id = :report")
                .param("province", provinceCode)
                .param("year", report.schoolYear())
                .param("day", Date.valueOf(report.effectiveOn()))
                .param("report", report.id())
                .update();
        int parts = (total + perPart - 1) / perPart;
        batches.batchUpdate(
                "insert into ministry_report_part (id, report_id, part_no, records, recorded) values (?, ?, ?, ?, false)",
                IntStream.rangeClosed(1, parts)
                        .mapToObj(no -> new Object[] {
                            Ids.next(), report.id(), no, no < parts ? perPart : total - (parts - 1) * perPart
                        })
                        .toList());
        jdbc.sql("update ministry_report set total = ?, parts = ? where id = ?")
                .params(total, parts, report.id())
                .update();
        return total;
    }

    List<Part> parts(String reportId) {
        return jdbc.sql(PART + "where report_id = ? order by part_no")
                .param(reportId)
                .query(TO_PART)
                .list();
    }

    List<String> unsigned(String reportId) {
        return jdbc.sql(
                        "select id from ministry_report_part where report_id = ? and signed_at is null order by part_no")
                .param(reportId)
                .query(String.class)
                .list();
    }

    /** Waits until nobody else signs this part. */
    Part lockPart(String partId) {
        return jdbc.sql(PART + "where id = ? for update")
                .param(partId)
                .query(TO_PART)
                .single();
    }

    /** The year records of a part, in their order. */
    List<String> records(Part part) {
        return jdbc.sql(
                        "select year_record_id from ministry_report_item where report_id = ? and part_no = ? order by ordinal")
                .params(part.reportId(), part.partNo())
                .query(String.class)
                .list();
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
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    void signs(String reportId, String batchId) {
        jdbc.sql("update ministry_report set batch_id = ? where id = ?")
                .params(batchId, reportId)
                .update();
    }

    void signed(String reportId, String signedByName) {
        jdbc.sql("update ministry_report set state = 'SENDING', signed_by_name = ?, signed_at = ? where id = ?")
                .params(signedByName, UtcTimes.bind(clock.instant()), reportId)
                .update();
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
        jdbc.sql("update ministry_report set last_error = null where id = ?")
                .param(part.reportId())
                .update();
    }

    void failed(String reportId, String error) {
        jdbc.sql("update ministry_report set last_error = ? where id = ?")
                .params(error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH), reportId)
                .update();
    }

    Optional<Part> nextToRecord(String reportId) {
        return jdbc.sql(PART + "where report_id = ? and recorded = false order by part_no limit 1")
                .param(reportId)
                .query(TO_PART)
                .optional();
    }

    List<String> unreported(Part part, int most) {
        return jdbc.sql("select year_record_id from ministry_report_item where report_id = ? and part_no = ?"
                        + " and reported = false limit " + most)
                .params(part.reportId(), part.partNo())
                .query(String.class)
                .list();
    }

    void reported(String reportId, List<String> yearRecordIds) {
        jdbc.sql(
                        "update ministry_report_item set reported = true where report_id = :report and year_record_id in (:ids)")
                .param("report", reportId)
                .param("ids", yearRecordIds)
                .update();
    }

    void recorded(String partId) {
        jdbc.sql("update ministry_report_part set recorded = true where id = ?")
                .param(partId)
                .update();
    }

    void done(String reportId) {
        jdbc.sql("update ministry_report set state = 'DONE', done_at = ? where id = ?")
                .params(UtcTimes.bind(clock.instant()), reportId)
                .update();
    }

    void late(String reportId) {
        jdbc.sql("update ministry_report set late_at = ? where id = ?")
                .params(UtcTimes.bind(clock.instant()), reportId)
                .update();
    }
}
