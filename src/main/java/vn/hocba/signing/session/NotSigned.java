package vn.hocba.signing.session;

import vn.hocba.shared.Refused;

/** The provider has not signed this one, or not well; the draft itself was still good. */
public class NotSigned extends Refused {

    private static final long serialVersionUID = 1L;

    /** @see Refused#notNow(String, Object...) */
    public NotSigned(String key, Object... args) {
        super(Kind.NOT_NOW, key, args);
    }
}
