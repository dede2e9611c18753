package vn.hocba.signing.session;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * A way to sign whose holder confirms elsewhere, once for many hashes, and whose values come later: a remote service (CSC API v2), or a program on the person's
 * machine. All calls are made outside of transactions; nothing is locked meanwhile. Each bounds its own time to
 * some seconds, and throws {@link vn.hocba.shared.Unreachable} then: the threads that wait for it are those of everybody's batches.
 */
public non-sealed interface ConsentProvider extends SigningProvider {

    /** As its customers call it, for the screen. */
    String label();

    /**
     * What is to be signed.
     *
     * @param id of the draft; the value comes back under it
     * @param sha256 of what the signature covers, 32 bytes
     */
    record Hash(String id, byte[] sha256) {}

    /**
     * Asks the holder to confirm all of these with one consent. After a crash the same session may ask again; the former question then leads to nothing.
     *
     * @param sessionId stable for this session
     * @throws vn.hocba.shared.Refused when it does not take the question: nothing is signed, the person reads why
     * @throws vn.hocba.shared.Unreachable when it could not be asked
     */
    Asked ask(String sessionId, X509Certificate certificate, List<Hash> hashes);

    /**
     * A question that was put to the holder.
     *
     * @param reference under which the provider finds it again, also after a restart; at most 200 characters
     * @param confirmation what the screen shows, with its end
     */
    record Asked(String reference, Confirmation confirmation) {}

    /**
     * What has become of a question; asked every few seconds, perhaps by several nodes at a time, until it is no longer {@link Waiting}.
     *
     * @throws vn.hocba.shared.Unreachable when it could not be asked; it is asked again
     */
    Answer answer(String reference);

    sealed interface Answer permits Waiting, TurnedDown, Given {}

    /** The holder has not decided yet. */
    record Waiting() implements Answer {}

    /**
     * The holder has said no, or the provider has given up.
     *
     * @param reason for the person, in Vietnamese
     */
    record TurnedDown(String reason) implements Answer {}

    /**
     * The holder has confirmed. A hash of which nothing is said was not signed.
     *
     * @param values by {@link Hash#id}: ECDSA in DER, RSA (PKCS #1) as it is
     * @param refusals by {@link Hash#id}: why a single one was not signed, in Vietnamese
     */
    record Given(Map<String, byte[]> values, Map<String, String> refusals) implements Answer {}
}
