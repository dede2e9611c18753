package vn.hocba.submission;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.identity.CurrentUser;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;
import vn.hocba.shared.Sha256;
import vn.hocba.signing.PacketSigning;
import vn.hocba.signing.WholeDocument;
import vn.hocba.signing.session.SigningSession;

/** Writes the signed packets of a class into one package, and signs that with the school's certificate. */
@Component
class PackClass {

    private final SchoolDirectory directory;
    private final PacketStore packets;
    private final PackageFormat format;
    private final PacketSigning signing;
    private final Clock clock;

    PackClass(
            SchoolDirectory directory, PacketStore packets, PackageFormat format, PacketSigning signing, Clock clock) {
        this.directory = directory;
        this.packets = packets;
        this.format = format;
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * Writes and signs it.
     *
     * @param records locked, in the order of the package
     * @throws Refused when a record has no packet
     */
    SubmissionPackage signed(ClassInfo info, CurrentUser by, List<YearRecord> records, SigningSession seal) {
        SubmissionPackage pack = new SubmissionPackage(info, by.username(), clock.instant());
        Map<String, CurrentPacket> current = packets
                .currentOf(records.stream().map(YearRecord::id).toList())
                .stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, Function.identity()));
        ClassPackage content = new ClassPackage(
                pack.id(),
                directory.unit(info.schoolId()).code(),
                info.name(),
                info.schoolYear(),
                records.stream().map(record -> item(record, current)).toList());
        pack.content =
                signing.sign(format.write(content), WholeDocument.PACKAGE, seal).packet();
        pack.contentHash = Sha256.of(pack.content);
        return pack;
    }

    private static ClassPackage.Item item(YearRecord record, Map<String, CurrentPacket> current) {
        CurrentPacket packet = current.get(record.id());
        if (packet == null) {
            throw Refused.notFound("record.no-packet");
        }
        return new ClassPackage.Item(record.id(), packet.versionNo(), packet.packet());
    }
}
