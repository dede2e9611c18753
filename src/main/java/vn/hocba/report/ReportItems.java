package vn.hocba.report;

import java.sql.Date;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.report.ReportedParts.Part;
import vn.hocba.shared.ReadModel;

/** Which versions the reports hold, and which of them are marked as reported. */
@Repository
@ReadModel(of = "registry")
class ReportItems {

    private final JdbcClient jdbc;

    ReportItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Fixes which versions the report holds and in which part each stands, by school and class: one statement, whatever the number.
     *
     * @param perPart most versions of one part
     * @return how many versions
     */
    int fix(Report report, String provinceCode, int perPart) {
        return jdbc.sql("insert into ministry_report_item (report_id, year_record_id, part_no, ordinal, reported)"
                        + " select m.id, f.year_record_id, floor((f.place - 1) / " + perPart + ") + 1, f.place, false"
                        + " from ministry_report m, (select year_record_id, row_number() over (order by school_code, class_name, year_record_id)"
                        + " as place from registered_record where province_code = :province and school_year = :year and state = 'FROZEN'"
                        + (report.isOfWindow() ? " and window_id = :window" : " and effective_on = :day")
                        + ") f where m.id = :report")
                .param("province", provinceCode)
                .param("year", report.schoolYear())
                .param(
                        report.isOfWindow() ? "window" : "day",
                        report.isOfWindow() ? report.windowId() : Date.valueOf(report.effectiveOn()))
                .param("report", report.id())
                .update();
    }

    /** The year records of a part, in their order. */
    List<String> records(Part part) {
        return jdbc.sql(
                        "select year_record_id from ministry_report_item where report_id = ? and part_no = ? order by ordinal")
                .params(part.reportId(), part.partNo())
                .query(String.class)
                .list();
    }

    /** The next year records of a part that are not marked as reported, at most so many. */
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
}
