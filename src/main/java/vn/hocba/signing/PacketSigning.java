package vn.hocba.signing;

import vn.hocba.shared.Refused;

/** Puts signatures into their slots. The certificate is checked before the key is touched; no PIN is kept. */
public interface PacketSigning {

    /**
     * Unlocks a person's key.
     *
     * @param pin cleared by the callee
     * @throws Refused when the person has no valid certificate, it is not this person's (CCCD), or the PIN is wrong or locked
     */
    UnlockedKey unlockPersonal(String staffId, char[] pin);

    /**
     * Unlocks the key of a school's seal.
     *
     * @throws Refused as {@link #unlockPersonal}; the certificate has to carry the school's MST
     */
    UnlockedKey unlockSeal(String schoolId, char[] pin);

    /**
     * Signs one slot: prepares, lets the key sign, embeds, verifies what came out.
     *
     * @throws Refused when the slot is taken, or an earlier signature of the order GVBM, GVCN, CBQL, KY_PHAT_HANH is missing
     */
    SignedPacket sign(byte[] packet, Slot slot, UnlockedKey key);

    /** Signs a whole package of a class with the school's certificate (enveloped XAdES-BASELINE-B). */
    byte[] signPackage(byte[] content, UnlockedKey seal);

    /** Signs the hand-over of a record to another school with a person's certificate (enveloped XAdES-BASELINE-B). */
    byte[] signHandOver(byte[] content, UnlockedKey key);
}
