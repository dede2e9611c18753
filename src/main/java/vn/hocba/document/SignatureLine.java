package vn.hocba.document;

import java.time.Instant;

/**
 * A signature as the printed form shows it.
 *
 * @param slot GVBM, GVCN, CBQL or KY_PHAT_HANH
 * @param name of the signer, or of the school for the seal
 * @param title chức vụ of the signer; empty for the seal
 * @param serial of the certificate, hexadecimal
 */
public record SignatureLine(String slot, String name, String title, Instant signedAt, String serial) {}
