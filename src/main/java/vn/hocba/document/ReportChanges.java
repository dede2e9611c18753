package vn.hocba.document;

import java.time.LocalDate;
import java.util.List;
import vn.hocba.shared.RecordId;

/**
 * What a report says of records that were frozen before: it was decided after the freeze, and no report has said it yet.
 *
 * @param supplementTotal of the whole report
 * @param retractionTotal of the whole report
 * @param supplements of this part
 * @param retractions of this part
 */
public record ReportChanges(
        int supplementTotal, int retractionTotal, List<SignedSupplement> supplements, List<Retraction> retractions) {

    /** Nothing. */
    public static final ReportChanges NONE = new ReportChanges(0, 0, List.of(), List.of());

    public ReportChanges {
        supplements = List.copyOf(supplements);
        retractions = List.copyOf(retractions);
    }

    /**
     * A supplement, exactly the bytes that were signed.
     *
     * @param id as the document names itself
     * @param hash SHA-256 of the document, hexadecimal, lower case
     */
    public record SignedSupplement(String id, RecordId yearRecordId, String hash, byte[] document) {}

    /**
     * A record that has no effect any more.
     *
     * @param versionNo of the version that was frozen
     * @param decisionNo of the decision of the Sở, as are day and reason
     */
    public record Retraction(String yearRecordId, int versionNo, String decisionNo, LocalDate on, String reason) {}
}
