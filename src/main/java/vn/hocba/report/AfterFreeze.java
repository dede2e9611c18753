package vn.hocba.report;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.document.ReportChanges;
import vn.hocba.document.ReportChanges.Retraction;
import vn.hocba.document.ReportChanges.SignedSupplement;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.shared.ReadModel;
import vn.hocba.shared.RecordId;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;

/** What was decided about records of earlier reports after their freeze: the next report of the Sở says it, each once. */
@Repository
@ReadModel(of = "registry")
class AfterFreeze {

    /** Beside versions that are in force, of records that a report holds. */
    private static final String SUPPLEMENTS =
            " from record_supplement s join registered_record r on r.id = s.registered_id and r.state in ('FROZEN', 'REPORTED')"
                    + " where r.province_code = :province"
                    + " and exists (select 1 from ministry_report_item i where i.year_record_id = s.year_record_id)"
                    + " and not exists (select 1 from ministry_report_change c where c.kind = 'SUPPLEMENT' and c.source_id = s.id)";

    private static final String RETRACTIONS = " from registered_record s where s.province_code = :province"
            + " and s.state = 'RETRACTED'"
            + " and exists (select 1 from ministry_report_item i where i.year_record_id = s.year_record_id)"
            + " and not exists (select 1 from ministry_report_change c where c.kind = 'RETRACTION' and c.source_id = s.id)";

    private final JdbcClient jdbc;

    AfterFreeze(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many a report says. */
    record Counts(int supplements, int retractions) {}

    /** Fixes what the report says, spread over its parts; the versions that it holds are fixed before. */
    void fix(Report report, String provinceCode) {
        if (report.parts() == 0) {
            return;
        }
        fix(report, provinceCode, "SUPPLEMENT", "s.registered_at, s.id", SUPPLEMENTS);
        fix(report, provinceCode, "RETRACTION", "s.withdrawn_on, s.id", RETRACTIONS);
    }

    private void fix(Report report, String provinceCode, String kind, String order, String which) {
        jdbc.sql("insert into ministry_report_change (report_id, kind, source_id, part_no, ordinal)"
                        + " select m.id, '" + kind
                        + "', f.id, mod(f.place - 1, :parts) + 1, f.place from ministry_report m,"
                        + " (select s.id, row_number() over (order by " + order + ") as place" + which
                        + ") f where m.id = :report")
                .param("province", provinceCode)
                .param("parts", report.parts())
                .param("report", report.id())
                .update();
    }

    /** What it says; before it is fixed what it would say now. */
    Counts counts(Report report, String provinceCode) {
        return report.parts() == 0
                ? new Counts(due(provinceCode, SUPPLEMENTS), due(provinceCode, RETRACTIONS))
                : new Counts(said(report, "SUPPLEMENT"), said(report, "RETRACTION"));
    }

    private int due(String provinceCode, String which) {
        return jdbc.sql("select count(*)" + which)
                .param("province", provinceCode)
                .query(Integer.class)
                .single();
    }

    private int said(Report report, String kind) {
        return jdbc.sql("select count(*) from ministry_report_change where report_id = ? and kind = ?")
                .params(report.id(), kind)
                .query(Integer.class)
                .single();
    }

    /**
     * What a part says.
     *
     * @throws Refused when a supplement is not the one that was registered
     */
    ReportChanges of(Report report, Part part) {
        return new ReportChanges(
                said(report, "SUPPLEMENT"),
                said(report, "RETRACTION"),
                jdbc.sql(
                                "select s.request_id, s.year_record_id, s.document_hash, s.document from ministry_report_change c"
                                        + " join record_supplement s on s.id = c.source_id"
                                        + " where c.report_id = ? and c.kind = 'SUPPLEMENT' and c.part_no = ? order by c.ordinal")
                        .params(part.reportId(), part.partNo())
                        .query((row, n) -> whole(new SignedSupplement(
                                row.getString("request_id"),
                                new RecordId(row.getString("year_record_id")),
                                row.getString("document_hash"),
                                row.getBytes("document"))))
                        .list(),
                jdbc.sql(
                                "select s.year_record_id, s.version_no, s.decision_no, s.withdrawn_on, s.withdrawn_reason"
                                        + " from ministry_report_change c join registered_record s on s.id = c.source_id"
                                        + " where c.report_id = ? and c.kind = 'RETRACTION' and c.part_no = ? order by c.ordinal")
                        .params(part.reportId(), part.partNo())
                        .query((row, n) -> new Retraction(
                                row.getString("year_record_id"),
                                row.getInt("version_no"),
                                row.getString("decision_no"),
                                row.getObject("withdrawn_on", LocalDate.class),
                                row.getString("withdrawn_reason")))
                        .list());
    }

    private static SignedSupplement whole(SignedSupplement one) {
        if (!one.hash().equals(Sha256.of(one.document()))) {
            throw Refused.notNow("report.packet-changed", one.yearRecordId().value());
        }
        return one;
    }
}
