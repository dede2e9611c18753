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

    /** The same of a year of which more is known. */
    byte[] printedForm(Year year, String lookupUrl, String notice);

    /**
     * A year of a học bạ.
     *
     * @param signatures those the version bears, in order
     * @param effect since when it is in effect and who says so, in words; null where it is not frozen
     * @param supplements that stand beside it, oldest first: printed as its annex
     */
    record Year(RecordSnapshot version, List<SignatureLine> signatures, String effect, List<Supplement> supplements) {

        public Year {
            supplements = List.copyOf(supplements);
        }

        public Year(RecordSnapshot version, List<SignatureLine> signatures) {
            this(version, signatures, null, List.of());
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

    /**
     * «Bảng tổng hợp kết quả đánh giá»: what a school hands over of a year that is not finished, on the pages of that year's form.
     *
     * @param handOver with such a year
     * @param signatures those that it bears, in order
     * @param lookupUrl as in {@link #printedForm}
     */
    byte[] results(HandOver handOver, List<SignatureLine> signatures, String lookupUrl);
}
