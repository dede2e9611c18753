package vn.hocba.registry;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocba.document.HashTree;
import vn.hocba.document.Receipt;
import vn.hocba.registry.ListEntries.Placed;
import vn.hocba.signing.ReceiptVerification;
import vn.hocba.signing.ReceiptVerification.Report;

/** Puts receipts together from the lists that the Sở has signed, and checks them again. */
@Component
class SignedEntries {

    private final ConfirmedLists lists;
    private final ListEntries entries;
    private final ReceiptVerification verification;

    SignedEntries(ConfirmedLists lists, ListEntries entries, ReceiptVerification verification) {
        this.lists = lists;
        this.entries = entries;
        this.verification = verification;
    }

    /** A receipt with what the ninth check says of it. */
    record Checked(Receipt receipt, Report report) {}

    /**
     * The receipt of a version or an answer; empty until the Sở has signed its list.
     *
     * @param packet that goes with it; null for none
     */
    Optional<Checked> find(String subjectId, byte[] packet) {
        return entries.placed(subjectId).flatMap(placed -> lists.find(placed.listId())
                .filter(list -> list.state() == ReceiptListState.SIGNED)
                .map(list -> checked(list, placed, packet)));
    }

    private Checked checked(ConfirmedList list, Placed placed, byte[] packet) {
        int piece = placed.place() / ListEntries.PIECE;
        List<byte[]> path =
                new ArrayList<>(HashTree.path(entries.leaves(list.id(), piece), placed.place() % ListEntries.PIECE));
        path.addAll(HashTree.path(entries.roots(list.id()), piece));
        Receipt receipt = new Receipt(
                packet,
                entries.leaf(list, placed.place()),
                placed.place(),
                path.stream().map(HexFormat.of()::formatHex).toList(),
                lists.document(list.id()));
        return new Checked(receipt, verification.verify(receipt, list.taxCode()));
    }
}
