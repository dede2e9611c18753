package vn.hocba.registry;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.calendar.Wave;
import vn.hocba.registry.RegisteredCounts.Kind;

/** Chốt in the province's database: from then on a version is in effect and nothing changes it (domain §2.3). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Freeze {

    private static final String WAITING =
            " where province_code = :province and school_year = :year and state = 'ACCEPTED'";

    private final JdbcClient jdbc;
    private final RegisteredCounts counts;
    private final AuditLog audit;

    Freeze(JdbcClient jdbc, RegisteredCounts counts, AuditLog audit) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.audit = audit;
    }

    /** How many versions wait for the freeze of a wave. */
    public int waiting(String provinceCode, int schoolYear, Wave wave) {
        return counts.waiting(provinceCode, schoolYear, wave);
    }

    /**
     * The year records whose accepted version a wave freezes next, in no order: sorting would read all that still wait, for every chunk again. What is held is
     * left out.
     *
     * @param most how many at a time
     */
    public List<String> next(String provinceCode, int schoolYear, Wave wave, int most) {
        return select(
                        "select year_record_id from registered_record",
                        provinceCode,
                        schoolYear,
                        wave,
                        " and window_id is null and held = false limit " + most)
                .query(String.class)
                .list();
    }

    /** The same of what an extra window has taken. */
    public List<String> nextOf(String windowId, int most) {
        return jdbc.sql("select year_record_id from registered_record where window_id = ? and state = 'ACCEPTED'"
                        + " and held = false limit " + most)
                .param(windowId)
                .query(String.class)
                .list();
    }

    /** How many versions that an extra window has taken are in this state. */
    public int countOf(String windowId, RegisteredState state) {
        return jdbc.sql("select count(*) from registered_record where window_id = ? and state = ?")
                .params(windowId, state.name())
                .query(Integer.class)
                .single();
    }

    /**
     * What the last wave has left without a cut-off ahead is frozen with an extra window; what is held is not.
     *
     * @param schoolCode null: of every school
     */
    public void adopt(String windowId, String provinceCode, int schoolYear, String schoolCode) {
        jdbc.sql("update registered_record set window_id = :window, row_version = row_version + 1"
                        + " where province_code = :province and school_year = :year and state = 'ACCEPTED' and held = false"
                        + " and window_id is null and (:school is null or school_code = :school)")
                .param("window", windowId)
                .param("province", provinceCode)
                .param("year", schoolYear)
                .param("school", schoolCode)
                .update();
    }

    /** What the first wave has left although it takes such records is frozen with the second. */
    public void leaveToTheSecond(String provinceCode, int schoolYear, Wave ended) {
        if (ended == Wave.FIRST) {
            select(
                            "update registered_record set of_second_wave = true, row_version = row_version + 1",
                            provinceCode,
                            schoolYear,
                            ended,
                            "")
                    .update();
        }
    }

    /** Lets the freeze pass over the accepted version of these year records. */
    public void hold(List<String> yearRecordIds) {
        jdbc.sql("update registered_record set held = true where state = 'ACCEPTED' and year_record_id in (:ids)")
                .param("ids", yearRecordIds)
                .update();
    }

    /** Nothing of a year is held any more, and what extra windows have left is the wave's that begins. */
    public void release(String provinceCode, int schoolYear) {
        jdbc.sql("update registered_record set held = false, window_id = null where province_code = :province"
                        + " and school_year = :year and state = 'ACCEPTED' and (held = true or window_id is not null)")
                .param("province", provinceCode)
                .param("year", schoolYear)
                .update();
    }

    /** Whether a version of this year record was frozen: the province takes no other one any more. */
    public boolean isClosed(String yearRecordId) {
        return jdbc.sql(
                                "select count(*) from registered_record where year_record_id = ? and state in ('FROZEN', 'REPORTED', 'RETRACTED')")
                        .param(yearRecordId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Number of the accepted version of each of these year records that has one. */
    public Map<String, Integer> acceptedVersions(List<String> yearRecordIds) {
        return jdbc
                .sql(
                        "select year_record_id, version_no from registered_record where state = 'ACCEPTED' and year_record_id in (:ids)")
                .param("ids", yearRecordIds)
                .query((row, n) -> Map.entry(row.getString("year_record_id"), row.getInt("version_no")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Freezes the accepted version of these year records, of which none has a frozen one. The caller holds the locks on them, as the intake does that replaces one.
     *
     * @return how many were frozen
     */
    public int freeze(List<String> yearRecordIds, LocalDate effectiveOn) {
        int frozen = jdbc.sql(
                        "update registered_record set state = 'FROZEN', effective_on = :day, row_version = row_version + 1"
                                + " where state = 'ACCEPTED' and year_record_id in (:ids)")
                .param("day", Date.valueOf(effectiveOn))
                .param("ids", yearRecordIds)
                .update();
        // Read after the change, which has locked the rows: locking them before would write each of them once more.
        Map<Kind, Integer> changes = new HashMap<>();
        counts.frozen(yearRecordIds, effectiveOn).forEach((kind, versions) -> {
            changes.put(kind.accepted(), -versions);
            changes.put(kind, versions);
        });
        counts.change(changes);
        audit.appendToEach(yearRecordIds, "registry.frozen", effectiveOn.toString());
        return frozen;
    }

    /** How many versions in effect from a day are frozen and not reported to the ministry yet: those of one wave. */
    public int frozen(String provinceCode, int schoolYear, LocalDate effectiveOn) {
        return counts.frozen(provinceCode, schoolYear, effectiveOn);
    }

    /**
     * A frozen version.
     *
     * @param hash SHA-256 of the packet as it was taken in, hexadecimal
     */
    public record FrozenPacket(String yearRecordId, int versionNo, String hash, byte[] packet) {}

    /** The frozen versions of these year records, reported or not, in no order. */
    public List<FrozenPacket> packets(List<String> yearRecordIds) {
        return jdbc.sql("select year_record_id, version_no, packet_hash, packet from registered_record"
                        + " where effective_on is not null and year_record_id in (:ids)")
                .param("ids", yearRecordIds)
                .query((row, n) -> new FrozenPacket(
                        row.getString("year_record_id"),
                        row.getInt("version_no"),
                        row.getString("packet_hash"),
                        row.getBytes("packet")))
                .list();
    }

    /**
     * Marks the frozen versions of these year records as reported to the ministry. The caller holds the locks on them.
     *
     * @param receiptNo of the ministry
     */
    public void report(List<String> yearRecordIds, String receiptNo) {
        Map<Kind, Integer> frozen = counts.lockFrozen(yearRecordIds);
        jdbc.sql("update registered_record set state = 'REPORTED', row_version = row_version + 1"
                        + " where state = 'FROZEN' and year_record_id in (:ids)")
                .param("ids", yearRecordIds)
                .update();
        frozen.replaceAll((kind, versions) -> -versions);
        counts.change(frozen);
        audit.appendToEach(yearRecordIds, "registry.reported", receiptNo);
    }

    private JdbcClient.StatementSpec select(String what, String provinceCode, int schoolYear, Wave wave, String rest) {
        return jdbc.sql(what + WAITING + RegisteredCounts.takenBy(wave) + rest)
                .param("province", provinceCode)
                .param("year", schoolYear);
    }
}
