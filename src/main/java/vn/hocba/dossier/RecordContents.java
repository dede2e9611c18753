package vn.hocba.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.hocba.assessment.Regulation;
import vn.hocba.document.PacketFormat;
import vn.hocba.record.GradeDecisions;
import vn.hocba.record.Leaves;
import vn.hocba.record.PacketStore;
import vn.hocba.record.RecordChanges;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.record.Snapshots;
import vn.hocba.record.YearRecord;
import vn.hocba.school.SchoolDirectory;

/** What a record says: in its signed packet, or while nothing is signed as it was entered so far; and what its versions said. */
@Component
class RecordContents {

    private final PacketStore packets;
    private final PacketFormat format;
    private final Snapshots snapshots;
    private final Leaves leaves;
    private final GradeDecisions decisions;
    private final SchoolDirectory directory;

    RecordContents(
            PacketStore packets,
            PacketFormat format,
            Snapshots snapshots,
            Leaves leaves,
            GradeDecisions decisions,
            SchoolDirectory directory) {
        this.packets = packets;
        this.format = format;
        this.snapshots = snapshots;
        this.leaves = leaves;
        this.decisions = decisions;
        this.directory = directory;
    }

    /** @param signed whether it comes from a signed packet */
    record Content(RecordSnapshot snapshot, boolean signed) {}

    Content of(YearRecord record) {
        return packet(record.id())
                .map(packet -> new Content(format.read(packet), true))
                .orElseGet(() -> new Content(snapshots.of(record), false));
    }

    /** The packet as it is now; empty where nothing was signed yet. */
    Optional<byte[]> packet(String recordId) {
        return packets.find(recordId);
    }

    /** Number of the accepted version while another one is being made. */
    Optional<Integer> inForceNo(String recordId) {
        return packets.inForce(recordId).map(PacketStore.InForce::versionNo);
    }

    /** Why the record is closed, and the class of the pupil where that is another one than the record was issued in. */
    Whereabouts whereabouts(YearRecord record) {
        String studiesIn = directory
                .studying(record.pupilId(), record.schoolId(), record.schoolYear())
                .map(SchoolDirectory.Studying::classId)
                .filter(classId -> !classId.equals(record.classId()))
                .map(classId -> directory.classById(classId).name())
                .orElse(null);
        return new Whereabouts(
                leaves.of(record.id()).orElse(null),
                studiesIn,
                decisions.of(record.pupilId()).stream()
                        .filter(decision -> decision.schoolYear() == record.schoolYear()
                                || decision.schoolYear() == record.schoolYear() + 1)
                        .toList());
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
