package vn.hocba.signing.session;

/**
 * What is kept of a session under the id of its batch.
 *
 * @param serial of the certificate, hexadecimal
 * @param provider name of the {@link SigningProvider}
 * @param reference under which the provider finds what it asked; null before that
 * @param confirmation that the holder was asked for; null before that
 * @param reason why nothing will come of it; null unless it is {@link State#TURNED_DOWN}
 */
public record StoredSession(
        String id,
        KeyHolder holder,
        String serial,
        String provider,
        State state,
        String reference,
        Confirmation confirmation,
        String reason) {

    /** How a session stands. */
    public enum State {
        /** The key was opened by a PIN, in the memory of one process. */
        OPEN,
        /** Drafts are made. */
        PREPARING,
        /** The holder was asked. */
        ASKED,
        /** The values are here. */
        ANSWERED,
        /** The holder or the provider has said no, or the time is over. */
        TURNED_DOWN
    }
}
