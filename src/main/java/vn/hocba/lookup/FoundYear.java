package vn.hocba.lookup;

import java.util.List;
import vn.hocba.record.RecordSnapshot;
import vn.hocba.registry.Originals.Original;
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

    FoundYear(Original original, Content content, RecordSnapshot snapshot, List<SignatureView> signatures) {
        this.original = original;
        this.content = content;
        this.snapshot = snapshot;
        this.signatures = List.copyOf(signatures);
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
}
