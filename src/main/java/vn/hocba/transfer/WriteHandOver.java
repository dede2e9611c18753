package vn.hocba.transfer;

import java.time.Instant;
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
import vn.hocba.transfer.TransferDetails.Way;

/** Writes what a school hands over. */
@Component
class WriteHandOver {

    private static final String NAME = "ban-giao-";

    private final HandOverFormat format;
    private final Snapshots snapshots;
    private final IssuedYears issued;
    private final GoesAlong goesAlong;
    private final SchoolDirectory directory;

    WriteHandOver(
            HandOverFormat format,
            Snapshots snapshots,
            IssuedYears issued,
            GoesAlong goesAlong,
            SchoolDirectory directory) {
        this.format = format;
        this.snapshots = snapshots;
        this.issued = issued;
        this.goesAlong = goesAlong;
        this.directory = directory;
    }

    /**
     * The hand-over, to be signed.
     *
     * @param byHomeroom whether the homeroom teacher signs it first
     * @param progress as in {@link HandOver}
     * @param signedAt the time that the signature will name
     */
    byte[] unsigned(
            Request request,
            YearRecord record,
            TransferDetails details,
            boolean byHomeroom,
            String progress,
            Instant signedAt) {
        RecordSnapshot now = snapshots.of(record, signedAt);
        return format.write(new HandOver(
                details.paper() == null ? HandOver.FORMER : HandOver.CURRENT,
                request.id(),
                now.createdOn(),
                now.lookupCode(),
                issuer(directory.unit(details.from())),
                receiver(details),
                byHomeroom,
                progress,
                goesAlong.is(record) ? now : null,
                details.way() == Way.OUT ? issued.of(record) : List.of()));
    }

    /** Whether results that somebody has signed say of the pupil and the year what is there now. */
    boolean isOfNow(byte[] signedFile, Request request, YearRecord record, TransferDetails details, Instant moment) {
        RecordSnapshot signed = format.read(signedFile).unfinished();
        RecordSnapshot now = format.read(unsigned(request, record, details, false, null, moment))
                .unfinished();
        return now != null
                && signed.pupil().equals(now.pupil())
                && signed.className().equals(now.className())
                && signed.contents().equals(now.contents())
                && signed.conclusion().equals(now.conclusion());
    }

    static Evidence file(Request request, byte[] signed) {
        return file(request.id(), signed);
    }

    static Evidence file(String transferId, byte[] signed) {
        return new Evidence(NAME + transferId + ".xml", signed);
    }

    /** Whether a file of a request is what was handed over with it. */
    static boolean isHandOver(Evidence file) {
        return file.name().startsWith(NAME) && file.name().endsWith(".xml");
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
