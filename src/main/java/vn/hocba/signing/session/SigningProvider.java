package vn.hocba.signing.session;

/** A way to sign; several stand side by side, and each certificate names its own. */
public sealed interface SigningProvider permits PinProvider, ConsentProvider {

    /** Stable: stands beside every certificate it serves. Small letters, at most 30. */
    String name();
}
