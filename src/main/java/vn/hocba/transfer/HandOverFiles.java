package vn.hocba.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.document.HandOver;
import vn.hocba.document.HandOver.Receiver;
import vn.hocba.document.HandOverFormat;
import vn.hocba.document.PacketFormat;
import vn.hocba.identity.Session;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.RecordHolders;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.RecordState;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.record.YearRecords;
import vn.hocba.registry.Withdrawals;
import vn.hocba.request.Evidence;
import vn.hocba.request.Request;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.Unit;
import vn.hocba.shared.Refused;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.PacketVerification;
import vn.hocba.signing.PacketVerification.Finding;
import vn.hocba.signing.PacketVerification.HandOverReport;
import vn.hocba.signing.UnlockedKey;

/** Writes and signs what a school hands over, and reads what another one did. */
@Component
class HandOverFiles {

    private final HandOverFormat format;
    private final PacketFormat packetFormat;
    private final PacketSigning signing;
    private final PacketVerification verification;
    private final Snapshots snapshots;
    private final YearRecords records;
    private final RecordHolders holders;
    private final PacketStore packets;
    private final Withdrawals withdrawals;
    private final SchoolDirectory directory;
    private final Session session;
    private final Clock clock;

    HandOverFiles(
            HandOverFormat format,
            PacketFormat packetFormat,
            PacketSigning signing,
            PacketVerification verification,
            Snapshots snapshots,
            YearRecords records,
            RecordHolders holders,
            PacketStore packets,
            Withdrawals withdrawals,
            SchoolDirectory directory,
            Session session,
            Clock clock) {
        this.format = format;
        this.packetFormat = packetFormat;
        this.signing = signing;
        this.verification = verification;
        this.snapshots = snapshots;
        this.records = records;
        this.holders = holders;
        this.packets = packets;
        this.withdrawals = withdrawals;
        this.directory = directory;
        this.session = session;
        this.clock = clock;
    }

    /**
     * A hand-over that was read and checked.
     *
     * @param latest the unfinished year, else the last that was issued
     * @param signer name in the certificate
     */
    record Read(HandOver content, RecordSnapshot latest, String signer) {

        boolean isWithinYear() {
            return content.unfinished() != null;
        }
    }

    /** Who writes to whom about which record. */
    record Order(Request request, YearRecord record, String fromSchoolId, Receiver receiver, boolean withIssuedYears) {}

    /**
     * The hand-over, signed by the current user.
     *
     * @param pin of the person's certificate; cleared
     * @throws Refused when it cannot be signed
     */
    Evidence signed(Order order, char[] pin) {
        byte[] content = format.write(content(order));
        try (UnlockedKey key = signing.unlockPersonal(session.user().staffId(), pin)) {
            return new Evidence("ban-giao-" + order.request().id() + ".xml", signing.signHandOver(content, key));
        }
    }

    private HandOver content(Order order) {
        RecordSnapshot now = snapshots.of(order.record());
        return new HandOver(
                order.request().id(),
                LocalDate.now(clock),
                now.lookupCode(),
                issuer(directory.unit(order.fromSchoolId())),
                order.receiver(),
                TransferRules.isUnfinished(order.record()) ? now : null,
                order.withIssuedYears() ? issued(order.record()) : List.of());
    }

    private RecordSnapshot.Issuer issuer(Unit school) {
        Unit province = directory.provinceOf(school.id()).orElseThrow();
        return new RecordSnapshot.Issuer(
                school.code(), school.name(), school.taxCode(), province.code(), province.name(), school.place());
    }

    private List<byte[]> issued(YearRecord record) {
        List<String> years = holders.years(record).stream()
                .filter(id ->
                        isIssued(records.get(id)) && withdrawals.inForce(id).isPresent())
                .toList();
        if (years.isEmpty()) {
            return List.of();
        }
        Map<String, byte[]> byId = packets.currentOf(years).stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, CurrentPacket::packet));
        return years.stream().map(byId::get).toList();
    }

    private static boolean isIssued(YearRecord record) {
        return record.state() == RecordState.ACCEPTED || record.state() == RecordState.FROZEN;
    }

    /**
     * Reads a hand-over from outside: its own signature, and those of every packet in it.
     *
     * @throws Refused when anything in it does not hold, or it is not all about one pupil's record
     */
    Read read(byte[] file) {
        HandOverReport report = verification.verifyHandOver(file);
        demand(report.findings());
        HandOver content = format.read(file);
        RecordSnapshot latest = content.unfinished();
        for (byte[] packet : content.issued()) {
            demand(verification.verifyForeign(packet).findings());
            RecordSnapshot year = packetFormat.read(packet);
            demandSame(content, latest, year);
            if (latest == null || content.unfinished() == null && year.schoolYear() > latest.schoolYear()) {
                latest = year;
            }
        }
        if (latest == null || !latest.lookupCode().equals(content.lookupCode())) {
            throw Refused.invalid("transfer.file.mixed");
        }
        if (latest.pupil().moetCode() == null
                || latest.pupil().birthDate() == null
                || latest.pupil().gender() == null) {
            throw Refused.invalid("transfer.file.pupil");
        }
        return new Read(content, latest, report.signature().signer());
    }

    private static void demandSame(HandOver content, RecordSnapshot latest, RecordSnapshot year) {
        boolean same = year.lookupCode().equals(content.lookupCode())
                && (latest == null
                        || latest.level() == year.level()
                                && latest.pupil().moetCode() != null
                                && latest.pupil().moetCode().equals(year.pupil().moetCode()));
        if (!same) {
            throw Refused.invalid("transfer.file.mixed");
        }
    }

    private static void demand(List<Finding> findings) {
        findings.stream().findFirst().ifPresent(finding -> {
            throw Refused.invalid(finding.key(), finding.args().toArray());
        });
    }
}
