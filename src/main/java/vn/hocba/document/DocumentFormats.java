package vn.hocba.document;

import java.util.List;
import vn.hocba.record.RecordSnapshot;

/** The two forms of a version: the XML packet, which is the legal original, and the printed form. */
public interface DocumentFormats {

    /** The unsigned packet of a version: canonical, UTF-8, empty slots, valid against the schema in docs/packet. */
    byte[] packet(RecordSnapshot snapshot);

    /**
     * Reads a packet back.
     *
     * @throws vn.hocba.shared.Refused when it is not a packet of this schema
     */
    RecordSnapshot read(byte[] packet);

    /**
     * The printed form of TT 27/2020, PDF/A-2b with embedded fonts and a QR code.
     *
     * @param signatures those the version bears, in order
     * @param lookupUrl what the QR code opens
     * @param notice a sentence in the margin such as «chưa chốt, chưa có hiệu lực»; null for none
     */
    byte[] printedForm(RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice);
}
