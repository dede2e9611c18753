package vn.hocba.signing;

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
}
