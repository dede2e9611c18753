package vn.hocba.lookup;

import java.util.List;
import java.util.Optional;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.FreezeReceipts.Standing;
import vn.hocba.registry.Originals.Original;
import vn.hocba.registry.Supplements;
import vn.hocba.signing.PacketVerification.SignatureView;

/**
 * One year of a record, as far as a visitor may see it. Only {@link LookUp} makes these, after code and birth date were right, so who holds one may have its
 * documents.
 */
public final class FoundYear {

    /** Why there is content or not. */
    public enum Content {
        SHOWN,
        /** Not frozen yet, and the province does not show such records. */
        HIDDEN,
        /** Taken back or taken out of effect: only that is said. */
        OUT_OF_EFFECT,
        /** The stored packet does not pass its checks any more. */
        BROKEN
    }

    private final Original original;
    private final Content content;
    private final RecordSnapshot snapshot;
    private final List<SignatureView> signatures;
    private final List<Supplements.Verified> supplements;
    private String replacement;
    private Standing receipt;

    FoundYear(Original original, Content content) {
        this(original, content, null, List.of(), List.of());
    }

    FoundYear(
            Original original,
            Content content,
            RecordSnapshot snapshot,
            List<SignatureView> signatures,
            List<Supplements.Verified> supplements) {
        this.original = original;
        this.content = content;
        this.snapshot = snapshot;
        this.signatures = List.copyOf(signatures);
        this.supplements = List.copyOf(supplements);
    }

    /** What the province's database says of it. */
    public Original original() {
        return original;
    }

    public Content content() {
        return content;
    }

    /** Read from the verified packet; null unless the content is shown. */
    public RecordSnapshot snapshot() {
        return snapshot;
    }

    /** Empty unless the content is shown or broken. */
    public List<SignatureView> signatures() {
        return signatures;
    }

    /** What stands beside the record by decision of the Sở, oldest first, checked again; empty unless the content is shown. */
    public List<Supplements.Verified> supplements() {
        return supplements;
    }

    /** How it stands with the receipt of the freeze. */
    FoundYear confirmed(Standing standing) {
        receipt = standing;
        return this;
    }

    /** Since when the year is in effect, and whether the Sở has signed that; empty unless it is frozen and its content is shown. */
    public Optional<Standing> receipt() {
        return Optional.ofNullable(receipt);
    }

    /** Leads from a year that was taken out of effect to the record that has taken its place. */
    FoundYear replacedBy(String yearRecordId) {
        replacement = yearRecordId;
        return this;
    }

    /** The year record that stands for this one now, among those that were found; empty where none does. */
    public Optional<String> replacement() {
        return Optional.ofNullable(replacement);
    }
}
