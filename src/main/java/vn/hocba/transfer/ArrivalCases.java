package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Request;
import vn.hocba.request.Requests;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.UnitFollowed;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Texts;
import vn.hocba.shared.UtcTimes;

/** «Học sinh chuyển đi chưa có xác nhận đến trường»: opened on the day of the move, open until somebody says what became of the pupil. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ArrivalCases {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final SchoolDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    ArrivalCases(JdbcClient jdbc, Requests requests, SchoolDirectory directory, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a case stands.
     *
     * @param outcome null while it is open
     * @param receiptNo null where there is no confirmation
     */
    record Standing(ArrivalOutcome outcome, String receiptNo, String note) {}

    void open(Request request, YearRecord record, TransferDetails details, LocalDate leftOn) {
        jdbc.sql("insert into arrival_case (request_id, pupil_id, pupil_name, class_name, school_id, province_id,"
                        + " went_to, left_on) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        request.id(),
                        record.pupilId(),
                        request.pupilName(),
                        request.className(),
                        details.from(),
                        directory
                                .provinceOf(details.from())
                                .map(SchoolDirectory.Unit::id)
                                .orElse(null),
                        Texts.vi("transfer.elsewhere", details.school(), details.province()),
                        leftOn)
                .update();
    }

    /** What became of pupils of a school that is not there any more is its successor's case. In the transaction of the change. */
    @EventListener
    public void follow(UnitFollowed change) {
        jdbc.sql("update arrival_case set school_id = ? where school_id = ? and closed_at is null")
                .params(change.successorId(), change.formerId())
                .update();
    }

    /** Empty where the transfer led to none. */
    Optional<Standing> of(String requestId) {
        return jdbc.sql("select outcome, receipt_no, note from arrival_case where request_id = ?")
                .param(requestId)
                .query((row, n) -> {
                    String outcome = row.getString("outcome");
                    return new Standing(
                            outcome == null ? null : ArrivalOutcome.valueOf(outcome),
                            row.getString("receipt_no"),
                            row.getString("note"));
                })
                .optional();
    }

    /** Closes an open case; one that is closed stays as it is. */
    boolean close(Request request, ArrivalOutcome outcome, String receiptNo, String note) {
        boolean closed = jdbc.sql("update arrival_case set closed_at = ?, outcome = ?, receipt_no = ?, note = ?,"
                                + " closed_by = ? where request_id = ? and closed_at is null")
                        .params(
                                UtcTimes.bind(clock.instant()),
                                outcome.name(),
                                receiptNo,
                                note,
                                audit.actor().name(),
                                request.id())
                        .update()
                > 0;
        if (closed) {
            audit.append(request.yearRecordId(), "record.arrival", Texts.vi(outcome.key()));
        }
        return closed;
    }

    /** A school here has taken the pupil in: what was asked about the pupil is answered by that. */
    void arrived(String pupilId, String schoolId, String receiptNo) {
        String school = directory.unit(schoolId).name();
        List<Request> open = jdbc
                .sql("select request_id from arrival_case where pupil_id = ? and closed_at is null")
                .param(pupilId)
                .query(String.class)
                .list()
                .stream()
                .map(requests::get)
                .toList();
        for (Request request : open) {
            boolean back = directory.provinceOf(request.schoolId()).equals(directory.provinceOf(schoolId));
            close(
                    request,
                    back ? ArrivalOutcome.RETURNED : ArrivalOutcome.ARRIVED,
                    receiptNo,
                    Texts.vi("transfer.arrival.taken-in", school));
        }
    }

    /**
     * Closes it, and nobody else has meanwhile.
     *
     * @throws Refused where there is no open case
     */
    void demandClosed(Request request, ArrivalOutcome outcome, String receiptNo, String note) {
        if (!close(request, outcome, receiptNo, note)) {
            throw Refused.notNow("transfer.arrival.closed-already");
        }
    }
}
