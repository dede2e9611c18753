package vn.hocba.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.CellChanges;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;

/** What a record says: in its signed packet, or while nothing is signed as it was entered so far; and what its versions said. */
@Component
class RecordContents {

    private final PacketStore packets;
    private final PacketFormat format;
    private final Snapshots snapshots;
    private final CellChanges cells;
    private final PupilWhereabouts pupils;

    RecordContents(
            PacketStore packets, PacketFormat format, Snapshots snapshots, CellChanges cells, PupilWhereabouts pupils) {
        this.packets = packets;
        this.format = format;
        this.snapshots = snapshots;
        this.cells = cells;
        this.pupils = pupils;
    }

    /** @param signed whether it comes from a signed packet */
    record Content(RecordSnapshot snapshot, boolean signed) {}

    Content of(Reader reader) {
        return packet(reader)
                .map(packet -> new Content(format.read(packet), true))
                .orElseGet(() -> new Content(snapshots.of(reader.record()), false));
    }

    /** The packet as it is now, for the Sở that was handed in last; empty where nothing was signed yet. */
    Optional<byte[]> packet(Reader reader) {
        String recordId = reader.record().id();
        return reader.readsDrafts()
                ? packets.find(recordId)
                : packets.inForce(recordId).map(PacketStore.InForce::packet);
    }

    /** Number of the version in {@link #packet}. */
    int versionNo(Reader reader) {
        return reader.readsDrafts()
                ? reader.record().versionNo()
                : packets.inForce(reader.record().id())
                        .map(PacketStore.InForce::versionNo)
                        .orElseThrow();
    }

    List<CellChanges.Change> cellChanges(String recordId) {
        return cells.of(recordId);
    }

    /** What was issued and is in effect, also while another version is being made. */
    Issued issued(YearRecord record) {
        return packets.inForce(record.id())
                .map(version -> new Issued(format.read(version.packet()), version.versionNo()))
                .orElseGet(() -> new Issued(format.read(packets.current(record.id())), record.versionNo()));
    }

    /** A version in effect. */
    record Issued(RecordSnapshot snapshot, int versionNo) {}

    /** Number of the accepted version while another one is being made. */
    Optional<Integer> inForceNo(String recordId) {
        return packets.inForce(recordId).map(PacketStore.InForce::versionNo);
    }

    /** Where the pupil is, and why. */
    Whereabouts whereabouts(Reader reader, RecordSnapshot content) {
        return pupils.of(reader, content);
    }

    List<PacketStore.VersionInfo> versions(String recordId) {
        return packets.history(recordId);
    }

    /** What each issued version says differently from the one before. */
    List<RecordChanges.Change> changes(String recordId, Regulation regulation) {
        List<RecordSnapshot> issued =
                packets.issued(recordId).stream().map(format::read).toList();
        return IntStream.range(1, issued.size())
                .boxed()
                .flatMap(i -> RecordChanges.between(issued.get(i - 1), issued.get(i), regulation).stream())
                .toList();
    }
}
