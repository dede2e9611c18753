package vn.hocba.transfer;

import java.time.Clock;
import java.time.Instant;
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
import vn.hocba.signing.SignedPacket;
import vn.hocba.transfer.TransferDetails.Way;

/** Writes what a school hands over. */
@Component
class WriteHandOver {

    private final HandOverFormat format;
    private final Snapshots snapshots;
    private final IssuedYears issued;
    private final SchoolDirectory directory;
    private final Clock clock;

    WriteHandOver(
            HandOverFormat format, Snapshots snapshots, IssuedYears issued, SchoolDirectory directory, Clock clock) {
        this.format = format;
        this.snapshots = snapshots;
        this.issued = issued;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The hand-over, to be signed with the sending principal's certificate.
     *
     * @param signedAt the time that the signature will name
     */
    byte[] unsigned(Request request, YearRecord record, TransferDetails details, Instant signedAt) {
        RecordSnapshot now = snapshots.of(record);
        HandOver content = new HandOver(
                request.id(),
                LocalDate.ofInstant(signedAt, clock.getZone()),
                now.lookupCode(),
                issuer(directory.unit(details.from())),
                receiver(details),
                TransferRules.isUnfinished(record) ? now : null,
                details.way() == Way.OUT ? issued.of(record) : List.of());
        return format.write(content);
    }

    static Evidence file(Request request, SignedPacket signed) {
        return new Evidence("ban-giao-" + request.id() + ".xml", signed.packet());
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
