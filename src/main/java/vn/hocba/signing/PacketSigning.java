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
     * Unlocks the key of a unit's own certificate: a school's seal, for its clerk, or that of a Sở, for its officers.
     *
     * @throws Refused as {@link #unlockPersonal}; the certificate has to carry the unit's MST
     */
    UnlockedKey unlockSeal(String unitId, char[] pin);

    /**
     * Signs one slot: prepares, lets the key sign, embeds, verifies what came out.
     *
     * @throws Refused when the slot is taken, or an earlier signature of the order GVBM, GVCN, CBQL, KY_PHAT_HANH is missing
     */
    SignedPacket sign(byte[] packet, Slot slot, UnlockedKey key);

    /** Signs a whole package of a class with the school's certificate (enveloped XAdES-BASELINE-B). */
    byte[] signPackage(byte[] content, UnlockedKey seal);

    /**
     * Signs a part of a report to the ministry with the certificate of the Sở, as {@link #signPackage} does.
     *
     * @throws Refused when the part does not follow the schema
     */
    byte[] signReport(byte[] content, UnlockedKey seal);

    /** Signs the hand-over of a record to another school with a person's certificate (enveloped XAdES-BASELINE-B). */
    byte[] signHandOver(byte[] content, UnlockedKey key);
}
