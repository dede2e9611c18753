package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocba.document.HandOver;
import vn.hocba.document.HandOver.Receiver;
import vn.hocba.document.HandOverFormat;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.request.Evidence;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.WholeDocument;
import vn.hocba.signing.session.SigningSession;
import vn.hocba.transfer.TransferDetails.Way;

/** Writes and signs what a school hands over. */
@Component
class WriteHandOver {

    private final HandOverFormat format;
    private final PacketSigning signing;
    private final Snapshots snapshots;
    private final IssuedYears issued;
    private final SchoolDirectory directory;
    private final Clock clock;

    WriteHandOver(
            HandOverFormat format,
            PacketSigning signing,
            Snapshots snapshots,
            IssuedYears issued,
            SchoolDirectory directory,
            Clock clock) {
        this.format = format;
        this.signing = signing;
        this.snapshots = snapshots;
        this.issued = issued;
        this.directory = directory;
        this.clock = clock;
    }

    /** The hand-over, signed with the sending principal's certificate. */
    Evidence signed(Request request, YearRecord record, TransferDetails details, SigningSession session) {
        RecordSnapshot now = snapshots.of(record);
        HandOver content = new HandOver(
                request.id(),
                LocalDate.now(clock),
                now.lookupCode(),
                issuer(directory.unit(details.from())),
                receiver(details),
                TransferRules.isUnfinished(record) ? now : null,
                details.way() == Way.OUT ? issued.of(record) : List.of());
        return new Evidence(
                "ban-giao-" + request.id() + ".xml",
                signing.sign(format.write(content), WholeDocument.HAND_OVER, session)
                        .packet());
    }

    private Receiver receiver(TransferDetails details) {
        return details.way() == Way.OUT
                ? new Receiver(details.school(), details.province())
                : new Receiver(
                        directory.unit(details.to()).name(),
                        directory.provinceOf(details.from()).orElseThrow().name());
    }

    private RecordSnapshot.Issuer issuer(Unit school) {
        Unit province = directory.provinceOf(school.id()).orElseThrow();
        return new RecordSnapshot.Issuer(
                school.code(), school.name(), school.taxCode(), province.code(), province.name(), school.place());
    }
}
