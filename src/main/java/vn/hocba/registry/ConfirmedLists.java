package vn.hocba.registry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.calendar.Wave;
import vn.hocba.document.ReceiptLeaf.Kind;
import vn.hocba.shared.Ids;
import vn.hocba.shared.UtcTimes;

/** The lists of receipts of every Sở. Whoever moves one on holds the lock on it. */
@Repository
public class ConfirmedLists {

    private static final String LIST = "select id, kind, province_id, scope, ordinal, school_year, wave, window_id,"
            + " from_on, on_day, counted, total, hashed, state, root, approved_by, approved_by_name, approved_at,"
            + " batch_id, tax_code, signed_by_name, signed_at from receipt_list ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ConfirmedLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The frozen records of a wave or an extra window: windowId is empty for a wave. */
    public record OfWave(int schoolYear, Wave wave, String windowId, LocalDate effectiveOn) {

        String scope() {
            return schoolYear + " " + wave + (windowId.isEmpty() ? "" : " " + windowId);
        }
    }

    public Optional<ConfirmedList> find(String id) {
        return jdbc.sql(LIST + "where id = ?")
                .param(id)
                .query((row, n) -> list(row))
                .optional();
    }

    /** Waits until nobody else works on it, and reads it as it is then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ConfirmedList lock(String id) {
        return jdbc.sql(LIST + "where id = ? for update")
                .param(id)
                .query((row, n) -> list(row))
                .single();
    }

    /** Those of the freezes of a school year, latest first. */
    public List<ConfirmedList> ofYear(String provinceId, int schoolYear) {
        return jdbc.sql(LIST + "where province_id = ? and kind = 'FREEZE' and school_year = ?"
                        + " order by on_day desc, scope, ordinal desc")
                .params(provinceId, schoolYear)
                .query((row, n) -> list(row))
                .list();
    }

    /** Those of the intake, latest first. */
    public List<ConfirmedList> ofIntake(String provinceId, int most) {
        return jdbc.sql(LIST + "where province_id = ? and kind = 'INTAKE' order by on_day desc, ordinal desc limit "
                        + most)
                .param(provinceId)
                .query((row, n) -> list(row))
                .list();
    }

    /** How many of a Sở wait for a signature. */
    public int waiting(String provinceId) {
        return jdbc.sql("select count(*) from receipt_list where province_id = ? and state = 'WAITING'")
                .param(provinceId)
                .query(Integer.class)
                .single();
    }

    /** For how many frozen versions lists of a wave have been begun; 0 where there is none. */
    public int counted(String provinceId, OfWave wave) {
        return jdbc.sql("select coalesce(max(counted), 0) from receipt_list where province_id = ? and kind = 'FREEZE'"
                        + " and scope = ?")
                .params(provinceId, wave.scope())
                .query(Integer.class)
                .single();
    }

    /**
     * Begins the list of what a wave has frozen and no list holds.
     *
     * @param frozen how many versions the wave has frozen by now
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String begin(String provinceId, OfWave wave, int frozen) {
        String id = begin(Kind.FREEZE, provinceId, wave.scope(), wave.effectiveOn(), wave.effectiveOn(), frozen);
        jdbc.sql("update receipt_list set school_year = ?, wave = ?, window_id = ? where id = ?")
                .params(wave.schoolYear(), wave.wave().name(), wave.windowId(), id)
                .update();
        return id;
    }

    /**
     * Begins the list of what was answered in these days.
     *
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String begin(String provinceId, LocalDate from, LocalDate day) {
        return begin(Kind.INTAKE, provinceId, day.toString(), from, day, 0);
    }

    private String begin(Kind kind, String provinceId, String scope, LocalDate from, LocalDate day, int counted) {
        String id = Ids.next();
        int ordinal = 1
                + jdbc.sql("select count(*) from receipt_list where province_id = ? and kind = ? and scope = ?")
                        .params(provinceId, kind.name(), scope)
                        .query(Integer.class)
                        .single();
        jdbc.sql("insert into receipt_list (id, kind, province_id, scope, ordinal, from_on, on_day, counted, total,"
                        + " hashed, state, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'HASHING', ?)")
                .params(
                        id,
                        kind.name(),
                        provinceId,
                        scope,
                        ordinal,
                        Date.valueOf(from),
                        Date.valueOf(day),
                        counted,
                        UtcTimes.bind(clock.instant()))
                .update();
        return id;
    }

    /** A leader approves it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String id, String username, String name) {
        jdbc.sql("update receipt_list set approved_by = ?, approved_by_name = ?, approved_at = ? where id = ?")
                .params(username, name, UtcTimes.bind(clock.instant()), id)
                .update();
    }

    /** Which batch signs it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void signedBy(ConfirmedList list, String batchId) {
        jdbc.sql("update receipt_list set batch_id = ? where id = ? and signed_at is null")
                .params(batchId, list.id())
                .update();
    }

    /**
     * Keeps it as it was signed.
     *
     * @param taxCode of the Sở, which the certificate names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepSigned(ConfirmedList list, byte[] document, String serial, String taxCode, String signerName) {
        become(list, ReceiptListState.SIGNED);
        jdbc.sql(
                        "update receipt_list set state = 'SIGNED', document = ?, serial = ?, tax_code = ?, signed_by_name = ?, signed_at = ? where id = ?")
                .params(document, serial, taxCode, signerName, UtcTimes.bind(clock.instant()), list.id())
                .update();
    }

    /** How many entries it has. */
    void fix(ConfirmedList list, int total) {
        jdbc.sql("update receipt_list set total = ? where id = ?")
                .params(total, list.id())
                .update();
    }

    void hashed(ConfirmedList list, int pieces) {
        jdbc.sql("update receipt_list set hashed = ? where id = ?")
                .params(pieces, list.id())
                .update();
    }

    /** @param root null where it has no entry */
    void end(ConfirmedList list, String root) {
        ReceiptListState next = root == null ? ReceiptListState.EMPTY : ReceiptListState.WAITING;
        become(list, next);
        jdbc.sql("update receipt_list set root = ?, state = ? where id = ?")
                .params(root, next.name(), list.id())
                .update();
    }

    byte[] document(String id) {
        return jdbc.sql("select document from receipt_list where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("document"))
                .single();
    }

    private static void become(ConfirmedList list, ReceiptListState next) {
        if (!list.state().mayBecome(next)) {
            throw new IllegalStateException("the list " + list.id() + " is " + list.state() + ", not to be " + next);
        }
    }

    private static ConfirmedList list(ResultSet row) throws SQLException {
        String wave = row.getString("wave");
        return new ConfirmedList(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("province_id"),
                row.getString("scope"),
                row.getInt("ordinal"),
                row.getObject("school_year", Integer.class),
                wave == null ? null : Wave.valueOf(wave),
                row.getString("window_id"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("on_day", LocalDate.class),
                row.getInt("counted"),
                row.getInt("total"),
                row.getInt("hashed"),
                ReceiptListState.valueOf(row.getString("state")),
                row.getString("root"),
                row.getString("approved_by"),
                row.getString("approved_by_name"),
                UtcTimes.read(row, "approved_at"),
                row.getString("batch_id"),
                row.getString("tax_code"),
                row.getString("signed_by_name"),
                UtcTimes.read(row, "signed_at"));
    }
}
