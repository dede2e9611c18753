package vn.hocba.signing;

import java.time.Instant;

/**
 * A packet with one more signature.
 *
 * @param packet the bytes to keep exactly as they are
 * @param signatureId the Id of the ds:Signature element
 * @param signedAt the signing time inside the signature, whole seconds
 * @param serial of the certificate, hexadecimal
 */
public record SignedPacket(byte[] packet, String signatureId, Instant signedAt, String serial) {}
