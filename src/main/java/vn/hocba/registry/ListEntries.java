package vn.hocba.registry;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.hocba.document.ReceiptLeaf;
import vn.hocba.document.ReceiptLeaf.Answered;
import vn.hocba.document.ReceiptLeaf.Frozen;
import vn.hocba.document.ReceiptLeaf.Kind;
import vn.hocba.shared.UtcTimes;

/** The entries of the lists of receipts, by their place; in pieces whose length is a power of two, so that each is a tree of its own. */
@Repository
class ListEntries {

    /** Entries of a piece. */
    static final int PIECE = 1024;

    /** In which the days of an intake are counted. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String ANSWERED = "insert into receipt_list_item (list_id, place, subject_id)"
            + " select l.id, f.place - 1, f.id from receipt_list l, (select s.id, row_number() over (order by s.id) as place"
            + " from receipt s left join receipt_list_item i on i.subject_id = s.id where s.province_code = :province"
            + " and s.at >= :from and s.at < :until and i.list_id is null) f where l.id = :list";

    private static final String FROZEN = "insert into receipt_list_item (list_id, place, subject_id)"
            + " select l.id, f.place - 1, f.id from receipt_list l, (select s.id, row_number() over (order by s.id) as place"
            + " from registered_record s left join receipt_list_item i on i.subject_id = s.id"
            + " where s.province_code = :province and s.school_year = :year and s.state in ('FROZEN', 'REPORTED', 'RETRACTED')"
            + " and s.effective_on = :day and coalesce(s.window_id, '') = :window and i.list_id is null) f where l.id = :list";

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ListEntries(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** An entry that is to be hashed. */
    record Entry(int place, ReceiptLeaf leaf) {}

    /**
     * Fixes what a list holds: what its wave has frozen, or was answered in its days, and no other list holds. One statement, whatever the number.
     *
     * @return how many entries
     */
    int fix(ConfirmedList list, String provinceCode) {
        return list.kind() == Kind.INTAKE
                ? jdbc.sql(ANSWERED)
                        .param("province", provinceCode)
                        .param("from", UtcTimes.bind(begins(list.from())))
                        .param("until", UtcTimes.bind(begins(list.day().plusDays(1))))
                        .param("list", list.id())
                        .update()
                : jdbc.sql(FROZEN)
                        .param("province", provinceCode)
                        .param("year", list.schoolYear())
                        .param("day", Date.valueOf(list.day()))
                        .param("window", list.windowId())
                        .param("list", list.id())
                        .update();
    }

    /** Since when something was answered that no list of the intake can hold; empty where nothing was before this day. */
    Optional<LocalDate> answeredFirst(String provinceCode, LocalDate from, LocalDate before) {
        return jdbc.sql("select min(at) as first_at from receipt where province_code = ? and at >= ? and at < ?")
                .params(provinceCode, UtcTimes.bind(begins(from)), UtcTimes.bind(begins(before)))
                .query((row, n) -> Optional.ofNullable(UtcTimes.read(row, "first_at")))
                .single()
                .map(at -> LocalDate.ofInstant(at, ZONE));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /**
     * The entries of a piece, each with a salt.
     *
     * @param salts hexadecimal, one for each entry
     */
    List<Entry> piece(ConfirmedList list, int pieceNo, Supplier<String> salts) {
        RowMapper<Entry> entry = (row, n) -> new Entry(row.getInt("place"), leaf(list.kind(), row, salts.get()));
        return jdbc.sql(select(list.kind()) + " where i.list_id = ? and i.place >= ? and i.place < ? order by i.place")
                .params(list.id(), pieceNo * PIECE, (pieceNo + 1) * PIECE)
                .query(entry)
                .list();
    }

    void keep(ConfirmedList list, List<Entry> hashed) {
        batches.batchUpdate(
                "update receipt_list_item set salt = ?, leaf = ? where list_id = ? and place = ?",
                hashed.stream()
                        .map(entry -> new Object[] {
                            HEX.parseHex(entry.leaf().salt()), entry.leaf().hash(), list.id(), entry.place()
                        })
                        .toList());
    }

    void keepPiece(ConfirmedList list, int pieceNo, byte[] root) {
        jdbc.sql("insert into receipt_list_piece (list_id, piece_no, root) values (?, ?, ?)")
                .params(list.id(), pieceNo, root)
                .update();
    }

    /** The hashes of a piece, in their order. */
    List<byte[]> leaves(String listId, int pieceNo) {
        return jdbc.sql(
                        "select leaf from receipt_list_item where list_id = ? and place >= ? and place < ? order by place")
                .params(listId, pieceNo * PIECE, (pieceNo + 1) * PIECE)
                .query((row, n) -> row.getBytes("leaf"))
                .list();
    }

    /** The roots of the pieces, in their order. */
    List<byte[]> roots(String listId) {
        return jdbc.sql("select root from receipt_list_piece where list_id = ? order by piece_no")
                .param(listId)
                .query((row, n) -> row.getBytes("root"))
                .list();
    }

    /** An entry in its list. */
    record Placed(String listId, int place) {}

    /** Where a version or an answer stands; empty until a list holds it. */
    Optional<Placed> placed(String subjectId) {
        return jdbc.sql("select list_id, place from receipt_list_item where subject_id = ?")
                .param(subjectId)
                .query((row, n) -> new Placed(row.getString("list_id"), row.getInt("place")))
                .optional();
    }

    /** A hashed entry as it stands in the province's data now. */
    ReceiptLeaf leaf(ConfirmedList list, int place) {
        RowMapper<ReceiptLeaf> leaf = (row, n) -> leaf(list.kind(), row, HEX.formatHex(row.getBytes("salt")));
        return jdbc.sql(select(list.kind()) + " where i.list_id = ? and i.place = ?")
                .params(list.id(), place)
                .query(leaf)
                .single();
    }

    private static String select(Kind kind) {
        return kind == Kind.FREEZE
                ? "select i.place, i.salt, s.lookup_code, s.year_record_id, s.version_no, s.packet_hash, s.effective_on"
                        + " from receipt_list_item i join registered_record s on s.id = i.subject_id"
                : "select i.place, i.salt, s.receipt_no, s.idempotency_key, s.year_record_id, s.version_no, s.accepted, s.at"
                        + " from receipt_list_item i join receipt s on s.id = i.subject_id";
    }

    private static ReceiptLeaf leaf(Kind kind, ResultSet row, String salt) throws SQLException {
        String record = row.getString("year_record_id");
        int version = row.getInt("version_no");
        if (kind == Kind.FREEZE) {
            return new Frozen(
                    row.getString("lookup_code"),
                    record,
                    version,
                    row.getString("packet_hash"),
                    row.getObject("effective_on", LocalDate.class),
                    salt);
        }
        String key = row.getString("idempotency_key");
        return new Answered(
                row.getString("receipt_no"),
                record,
                version,
                key.substring(key.lastIndexOf(':') + 1),
                row.getBoolean("accepted"),
                UtcTimes.read(row, "at"),
                salt);
    }
}
