package vn.hocba.signing;

import java.time.Instant;
import vn.hocba.signing.session.SigningSession;

/** Puts signatures into their places, and verifies what came out before anybody keeps it. */
public interface PacketSigning {

    /**
     * Signs at once, with a session whose key is open here.
     *
     * @throws vn.hocba.shared.Refused when the place is taken, an earlier signature of the order GVBM, GVCN, CBQL, KY_PHAT_HANH (of a supplement: school, Sở) is missing, the document does
     *     not follow its schema, the certificate may not sign here or not any more, or the session waits for a consent
     */
    SignedPacket sign(byte[] document, SignaturePlace place, SigningSession session);

    /** The time that the signature on a target will name: that of its draft where there is one, else now; whole seconds. */
    Instant signingTime(String targetId, SigningSession session);

    /**
     * Makes and stores a draft, to be signed once the holder has confirmed.
     *
     * @param targetId by which {@link #complete} finds it again
     * @param version of the record
     * @throws vn.hocba.shared.Refused as {@link #sign}
     */
    void prepare(String targetId, int version, byte[] document, SignaturePlace place, SigningSession session);

    /**
     * Signs what was prepared, with the value that came for it; with a key that is open here, at once. Nothing is left of the draft.
     *
     * @throws vn.hocba.signing.session.NotSigned when the provider did not sign it, or its value does not hold
     * @throws vn.hocba.shared.Refused as {@link #sign}; also when there is no draft, or the document is not the one that was prepared
     */
    SignedPacket complete(String targetId, int version, byte[] document, SignaturePlace place, SigningSession session);
}
