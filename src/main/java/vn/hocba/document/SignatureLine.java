package vn.hocba.document;

import java.time.Instant;

/**
 * A signature as the printed form shows it.
 *
 * @param slot GVBM, GVCN, CBQL or KY_PHAT_HANH
 * @param rowId of the row that a GVBM signature covers; null for the others
 * @param name of the signer, or of the school for the seal
 * @param title chức vụ of the signer; empty for the seal
 * @param serial of the certificate, hexadecimal
 */
public record SignatureLine(String slot, String rowId, String name, String title, Instant signedAt, String serial) {

    /** A signature over the whole record, or its release. */
    public SignatureLine(String slot, String name, String title, Instant signedAt, String serial) {
        this(slot, null, name, title, signedAt, serial);
    }

    /** From what the identifier of a printed form has been made since the first one was printed. */
    String identity() {
        return "SignatureLine[slot=" + slot + (rowId == null ? "" : ", rowId=" + rowId) + ", name=" + name + ", title="
                + title + ", signedAt=" + signedAt + ", serial=" + serial + "]";
    }
}
