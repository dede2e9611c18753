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
    default byte[] printedForm(
            RecordSnapshot snapshot, List<SignatureLine> signatures, String lookupUrl, String notice) {
        return printedForm(new Year(snapshot, signatures), lookupUrl, notice);
    }

    /** The same, with an annex of what stands beside the version. */
    byte[] printedForm(Year year, String lookupUrl, String notice);

    /**
     * A year with what is printed of it.
     *
     * @param signatures those the version bears, in order
     * @param supplements that stand beside it, oldest first
     */
    record Year(RecordSnapshot version, List<SignatureLine> signatures, List<Supplement> supplements) {

        public Year {
            supplements = List.copyOf(supplements);
        }

        /** One beside which nothing stands. */
        public Year(RecordSnapshot version, List<SignatureLine> signatures) {
            this(version, signatures, List.of());
        }
    }

    /**
     * The whole học bạ: one cover, one personal page with where the pupil has studied, and the pages of every year that was issued.
     *
     * @param years of one pupil and level, oldest first; at least one
     * @param lookupUrl as in {@link #printedForm}
     * @param notice as in {@link #printedForm}
     */
    byte[] wholeBook(List<Year> years, String lookupUrl, String notice);
}
