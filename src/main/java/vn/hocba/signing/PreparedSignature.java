package vn.hocba.signing;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The first phase of a signature: all that the second phase needs to build the very same bytes around the value that comes back, perhaps minutes later and in
 * another process. Another date or id would silently break the signature.
 *
 * @param place path of the element that takes the signature; null for an enveloped one
 * @param reference id of the signed element; empty for the whole document
 * @param signedAt whole seconds
 * @param chain DER, the signer's certificate first
 * @param dataToSign the canonical SignedInfo, what the key signs
 */
record PreparedSignature(
        String place, String reference, String signatureId, Instant signedAt, List<byte[]> chain, byte[] dataToSign)
        implements Serializable {}
