package vn.hocba.signing;

import vn.hocba.assessment.Signature;
import vn.hocba.record.RecordSnapshot;

/**
 * One place for a signature.
 *
 * @param rowId id of the subject row that a GVBM signature covers; null for the other kinds
 */
public record Slot(SlotKind kind, String rowId) implements SignaturePlace {

    public static final Slot HOMEROOM = new Slot(SlotKind.GVCN, null);
    public static final Slot PRINCIPAL = new Slot(SlotKind.CBQL, null);
    public static final Slot SEAL = new Slot(SlotKind.KY_PHAT_HANH, null);

    @Override
    public boolean wantsSeal() {
        return kind == SlotKind.KY_PHAT_HANH;
    }

    /** Where the signature that a regulation asks for stands in the packet. */
    public static Slot of(Signature signature) {
        return switch (signature.signer()) {
            case SUBJECT_TEACHER -> new Slot(SlotKind.GVBM, RecordSnapshot.rowId(signature.part()));
            case HOMEROOM_TEACHER -> HOMEROOM;
            case PRINCIPAL -> PRINCIPAL;
            case SEAL -> SEAL;
        };
    }
}
