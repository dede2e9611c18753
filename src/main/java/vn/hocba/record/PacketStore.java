package vn.hocba.record;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.shared.Refused;

/** Keeps the packets of versions. Callers hold the lock on the year record. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PacketStore {

    private final RecordVersionRepository versions;
    private final JdbcClient jdbc;
    private final Clock clock;

    PacketStore(RecordVersionRepository versions, JdbcClient jdbc, Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A version as a list shows it.
     *
     * @param state CURRENT, IN_FORCE (while a replacement is being made), VOID, REPLACED or WITHDRAWN
     * @param hash SHA-256 of the packet, hexadecimal
     */
    public record VersionInfo(String id, int versionNo, String state, String hash, Instant createdAt) {}

    /** Keeps the first signed packet of the current version. */
    public void begin(YearRecord record, byte[] packet) {
        if (versions.findByYearRecordIdAndState(record.id(), RecordVersion.CURRENT)
                .isPresent()) {
            throw Refused.notNow("record.already-signed");
        }
        versions.save(new RecordVersion(record.id(), record.versionNo(), packet, clock.instant()));
    }

    /** The packet that is being signed or was released; of a record that was taken back, the one that it had. */
    public Optional<byte[]> find(String yearRecordId) {
        return versions.findByYearRecordIdAndState(yearRecordId, RecordVersion.CURRENT)
                .or(() -> versions.takenBack(yearRecordId))
                .map(version -> version.packet);
    }

    /** @throws Refused when there is no packet to sign or to send */
    public byte[] current(String yearRecordId) {
        return versions.findByYearRecordIdAndState(yearRecordId, RecordVersion.CURRENT)
                .map(version -> version.packet)
                .orElseThrow(() -> Refused.notFound("record.no-packet"));
    }

    /** Keeps the packet with one more signature. */
    public void replace(String yearRecordId, byte[] packet) {
        versions.findByYearRecordIdAndState(yearRecordId, RecordVersion.CURRENT)
                .orElseThrow(() -> Refused.notFound("record.no-packet"))
                .put(packet);
    }

    /** Sets the current packet aside because the record was returned; it is kept, but will never be used again. */
    public void voidCurrent(String yearRecordId) {
        move(yearRecordId, RecordVersion.CURRENT, RecordVersion.VOID);
    }

    /** The accepted version stays in force while another one is made. */
    public void keepInForce(String yearRecordId) {
        move(yearRecordId, RecordVersion.CURRENT, RecordVersion.IN_FORCE);
    }

    /** The province has taken the new version: the one that was in force until now is replaced. Nothing happens where there is none. */
    public void replaceFormer(String yearRecordId) {
        move(yearRecordId, RecordVersion.IN_FORCE, RecordVersion.REPLACED);
    }

    /** The version that is in force while another one is made. */
    public Optional<InForce> inForce(String yearRecordId) {
        return versions.findByYearRecordIdAndState(yearRecordId, RecordVersion.IN_FORCE)
                .map(version -> new InForce(version.versionNo, version.packet));
    }

    /** A version that counts. */
    public record InForce(int versionNo, byte[] packet) {}

    /** The new version is given up: the one that stayed in force is the record's version again. */
    public void giveUp(String yearRecordId) {
        move(yearRecordId, RecordVersion.CURRENT, RecordVersion.VOID);
        // Only one version may be current at any moment, also between two statements.
        versions.flush();
        move(yearRecordId, RecordVersion.IN_FORCE, RecordVersion.CURRENT);
    }

    /** The school has taken its version back. */
    public void withdraw(String yearRecordId) {
        move(yearRecordId, RecordVersion.CURRENT, RecordVersion.WITHDRAWN);
    }

    /** The highest version number a packet of this record ever bore; 0 when none was signed. */
    public int highestVersion(String yearRecordId) {
        return versions.findByYearRecordIdOrderByCreatedAtAsc(yearRecordId).stream()
                .mapToInt(version -> version.versionNo)
                .max()
                .orElse(0);
    }

    private void move(String yearRecordId, String from, String to) {
        versions.findByYearRecordIdAndState(yearRecordId, from).ifPresent(version -> version.state = to);
    }

    /** The packets that were issued or are on the way to it, by version; not those that were void before. */
    public List<byte[]> issued(String yearRecordId) {
        return versions.findByYearRecordIdOrderByCreatedAtAsc(yearRecordId).stream()
                .filter(version -> !version.state.equals(RecordVersion.VOID))
                .sorted(Comparator.comparingInt(version -> version.versionNo))
                .map(version -> version.packet)
                .toList();
    }

    /** Every packet there ever was, oldest first. */
    public List<VersionInfo> history(String yearRecordId) {
        return versions.findByYearRecordIdOrderByCreatedAtAsc(yearRecordId).stream()
                .map(v -> new VersionInfo(v.id(), v.versionNo, v.state, v.packetHash, v.createdAt))
                .toList();
    }

    /** The packets in force of many records, by record id, in one query. */
    public List<CurrentPacket> currentOf(List<String> yearRecordIds) {
        return jdbc.sql(
                        "select year_record_id, version_no, packet from record_version where state = 'CURRENT' and year_record_id in (:ids)")
                .param("ids", yearRecordIds)
                .query((row, n) -> new CurrentPacket(
                        row.getString("year_record_id"), row.getInt("version_no"), row.getBytes("packet")))
                .list();
    }

    /** A packet in force. */
    public record CurrentPacket(String yearRecordId, int versionNo, byte[] packet) {}
}
