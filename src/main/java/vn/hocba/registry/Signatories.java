package vn.hocba.registry;

import java.util.Map;
import vn.hocba.signing.PacketVerification.Expected;

/**
 * Who had to sign a packet when it was signed; years later other people hold these posts.
 *
 * @param titles chức vụ by CCCD, as the printed form says it
 */
record Signatories(Expected expected, Map<String, String> titles) {}
