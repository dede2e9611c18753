package vn.hocba.registry;

import java.util.Map;
import vn.hocba.signing.PacketVerification.Expected;

/**
 * Who had to sign the records of a class on the day they were taken in; years later other people hold these posts.
 *
 * @param titles chức vụ by CCCD, as the printed form says it
 */
record Signatories(Expected expected, Map<String, String> titles) {}
