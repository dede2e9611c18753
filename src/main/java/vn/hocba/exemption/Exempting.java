package vn.hocba.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.audit.AuditLog;
import vn.hocba.record.Exempted;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.request.Input;
import vn.hocba.request.Request;
import vn.hocba.request.RequestMoves;
import vn.hocba.shared.Texts;

/** What the head decides goes into the record at once, with number and day of the decision. */
@Component
class Exempting {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final RequestMoves moves;
    private final YearRecords records;
    private final Exempted exempted;
    private final AuditLog audit;
    private final Clock clock;

    Exempting(RequestMoves moves, YearRecords records, Exempted exempted, AuditLog audit, Clock clock) {
        this.moves = moves;
        this.records = records;
        this.exempted = exempted;
        this.audit = audit;
        this.clock = clock;
    }

    void approve(Request request, ExemptionDetails details, Input input) {
        LocalDate day = input.dayUntilToday("day", clock, "exemption.future-day");
        String decision = Texts.vi("exemption.decision", input.text("number"), DAY.format(day));
        moves.decide(request, ExemptionRequest.DECIDE, "APPROVED", decision, List.of());
        YearRecord record = records.get(request.yearRecordId());
        if (details.ends()) {
            exempted.noLonger(record, details.subject());
            audit.append(record.id(), "exemption.ended", details.subject() + " " + decision);
        } else {
            exempted.from(record, details.subject(), Texts.vi("exemption.ground", details.groundName(), decision));
            audit.append(record.id(), "exemption.granted", details.subject() + " " + decision);
        }
    }
}
