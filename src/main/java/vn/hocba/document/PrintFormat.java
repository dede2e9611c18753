package vn.hocba.document;

import java.util.List;
import vn.hocba.record.RecordSnapshot;

/** The form of a version that people read and print; the packet stays the legal original. */
public interface PrintFormat {

    /**
     * The printed form of the version's regulation, PDF/A-2b with embedded fonts and a QR code.
     *
     * @param signatures those the version bears, in order
     * @param lookupUrl what the QR code opens
     * @param notice a sentence in the margin such as «chưa chốt, chưa có hiệu lực»; null for none
     */
    byte[] printedForm(RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice);
}
