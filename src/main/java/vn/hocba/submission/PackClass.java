package vn.hocba.submission;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocba.document.ClassPackage;
import vn.hocba.document.PackageFormat;
import vn.hocba.record.PacketStore;
import vn.hocba.record.PacketStore.CurrentPacket;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;
import vn.hocba.school.SchoolDirectory.ClassInfo;
import vn.hocba.shared.Refused;

/** Writes the signed packets of a class into one package. */
@Component
class PackClass {

    private final SchoolDirectory directory;
    private final PacketStore packets;
    private final PackageFormat format;

    PackClass(SchoolDirectory directory, PacketStore packets, PackageFormat format) {
        this.directory = directory;
        this.packets = packets;
        this.format = format;
    }

    /**
     * Writes it; what is the same gives the same bytes.
     *
     * @param packageId that it will have
     * @param records locked, in the order of the package
     * @throws Refused when a record has no packet
     */
    byte[] unsigned(String packageId, ClassInfo info, List<YearRecord> records) {
        Map<String, CurrentPacket> current = packets
                .currentOf(records.stream().map(YearRecord::id).toList())
                .stream()
                .collect(Collectors.toMap(CurrentPacket::yearRecordId, Function.identity()));
        return format.write(new ClassPackage(
                packageId,
                directory.unit(info.schoolId()).code(),
                info.name(),
                info.schoolYear(),
                records.stream().map(record -> item(record, current)).toList()));
    }

    private static ClassPackage.Item item(YearRecord record, Map<String, CurrentPacket> current) {
        CurrentPacket packet = current.get(record.id());
        if (packet == null) {
            throw Refused.notFound("record.no-packet");
        }
        return new ClassPackage.Item(record.id(), packet.versionNo(), packet.packet());
    }
}
