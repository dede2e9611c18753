package vn.hocba.registry;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hocba.audit.AuditLog;
import vn.hocba.document.HashTree;
import vn.hocba.document.ReceiptLeaf;
import vn.hocba.registry.ListEntries.Entry;
import vn.hocba.school.SchoolDirectory;

/** Fixes what a list of receipts holds and hashes it, piece by piece: only one piece is held at a time, and what is interrupted goes on with the next. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HashLists {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConfirmedLists lists;
    private final ListEntries entries;
    private final SchoolDirectory directory;
    private final AuditLog audit;

    HashLists(ConfirmedLists lists, ListEntries entries, SchoolDirectory directory, AuditLog audit) {
        this.lists = lists;
        this.entries = entries;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Does the next piece, in the caller's transaction; before the first one it fixes the entries, and after the last one the list waits for its signature.
     *
     * @return where the list stands then
     */
    public ReceiptListState next(String listId) {
        ConfirmedList list = lists.lock(listId);
        if (list.state() != ReceiptListState.HASHING) {
            return list.state();
        }
        return list.total() == 0 ? fix(list) : hash(list);
    }

    /** How many entries of a list are hashed. */
    public static int hashed(ConfirmedList list) {
        return (int) Math.min(list.total(), (long) list.hashed() * ListEntries.PIECE);
    }

    /** The first day of the intake that no list of the Sở holds, if something was answered from then on before this day. */
    public Optional<LocalDate> intakeSince(String provinceId, LocalDate before) {
        LocalDate from = lists.ofIntake(provinceId, 1).stream()
                .map(latest -> latest.day().plusDays(1))
                .findFirst()
                .orElse(LocalDate.EPOCH);
        return entries.answeredFirst(directory.unit(provinceId).code(), from, before);
    }

    private ReceiptListState fix(ConfirmedList list) {
        int total = entries.fix(list, directory.unit(list.provinceId()).code());
        audit.append(list.provinceId(), "receipts.fixed", list.name() + ": " + total);
        if (total == 0) {
            lists.end(list, null);
            return ReceiptListState.EMPTY;
        }
        lists.fix(list, total);
        return ReceiptListState.HASHING;
    }

    private ReceiptListState hash(ConfirmedList list) {
        int pieceNo = list.hashed();
        List<Entry> piece = entries.piece(list, pieceNo, HashLists::salt);
        entries.keep(list, piece);
        entries.keepPiece(
                list,
                pieceNo,
                HashTree.root(piece.stream().map(entry -> entry.leaf().hash()).toList()));
        lists.hashed(list, pieceNo + 1);
        if ((long) (pieceNo + 1) * ListEntries.PIECE < list.total()) {
            return ReceiptListState.HASHING;
        }
        lists.end(list, HexFormat.of().formatHex(HashTree.root(entries.roots(list.id()))));
        return ReceiptListState.WAITING;
    }

    private static String salt() {
        byte[] salt = new byte[ReceiptLeaf.SALT];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
