package vn.hocba.workflow;

import java.util.function.Consumer;
import vn.hocba.signing.SignaturePlace;
import vn.hocba.signing.SignedPacket;

/** What is to be signed of a target, or why there is nothing. */
public final class ToSign {

    private final int version;
    private final byte[] document;
    private final SignaturePlace place;
    private final Consumer<SignedPacket> then;
    private final String nothing;

    private ToSign(int version, byte[] document, SignaturePlace place, Consumer<SignedPacket> then, String nothing) {
        this.version = version;
        this.document = document;
        this.place = place;
        this.then = then;
        this.nothing = nothing;
    }

    /**
     * A document with a place for the signature.
     *
     * @param version of the record; 0 for what has none
     * @param then keeps what was signed and moves the target on, in the same transaction
     */
    public static ToSign of(int version, byte[] document, SignaturePlace place, Consumer<SignedPacket> then) {
        return new ToSign(version, document, place, then, null);
    }

    /** @param reason in Vietnamese */
    public static ToSign nothing(String reason) {
        return new ToSign(0, null, null, null, reason);
    }

    int version() {
        return version;
    }

    byte[] document() {
        return document;
    }

    SignaturePlace place() {
        return place;
    }

    void kept(SignedPacket signed) {
        then.accept(signed);
    }

    /** Null where there is something to sign. */
    String nothing() {
        return nothing;
    }
}
