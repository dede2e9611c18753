package vn.hocba.signing.session;

/**
 * One confirmation of a certificate's holder, for many signatures. Either the key is open in this process, and what is to be signed is signed at once; or it is
 * prepared first, all of it, and signed when the consent has come ({@link #isPreparing}, {@link #ask}).
 */
public interface SigningSession extends AutoCloseable {

    /** Which session, once it is kept: that of the batch that it signs. */
    record Id(String value) {}

    /** Serial number of the certificate, hexadecimal. */
    String serial();

    /** CCCD of the person, MST of the unit. */
    String identifier();

    /** Whether the key is open in this process; then it is gone with it. */
    boolean holdsKey();

    /** Whether drafts are made now, to be signed after the consent. */
    boolean isPreparing();

    /**
     * Stores what has to outlive this process, in the transaction that stores what is to be signed.
     *
     * @param id of the batch, from now on also of the session
     */
    void keep(String id);

    /**
     * Asks the holder, outside of any transaction, to confirm what was prepared.
     *
     * @return false when nothing was
     * @throws vn.hocba.shared.Refused when the provider does not take the question or cannot be reached
     */
    boolean ask();

    /** All is signed, or nothing will be: what was stored for it is removed. */
    void end();

    /** Forgets the key. */
    @Override
    void close();
}
