package vn.hocba.signing;

/** A signing key that its holder has confirmed with the PIN; alive for one batch. Closing it forgets the key. */
public interface UnlockedKey extends AutoCloseable {

    /** Serial number of the certificate, hexadecimal. */
    String serial();

    /** CCCD of the person, MST of the unit. */
    String identifier();

    @Override
    void close();
}
