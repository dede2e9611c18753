package vn.hocba.document;

import java.util.List;

/**
 * One part of what a Sở reports to the ministry after a wave.
 *
 * @param reportId of the whole report
 * @param schoolYear the calendar year in which the school year starts
 * @param wave 1 or 2
 * @param partNo from 1
 * @param parts of the whole report
 * @param total records of the whole report
 * @param items not empty
 * @param changes what was decided after the freeze; of the first structure: nothing
 */
public record ReportPart(
        String reportId,
        String provinceCode,
        int schoolYear,
        int wave,
        int partNo,
        int parts,
        int total,
        List<Item> items,
        ReportChanges changes) {

    /** Of the structure that says what was decided after the freeze; those before it have no such element. */
    static final String STRUCTURE = "2";

    public ReportPart {
        items = List.copyOf(items);
    }

    /**
     * One frozen packet, exactly the bytes that were signed.
     *
     * @param hash SHA-256 of the packet, hexadecimal, lower case
     */
    public record Item(String yearRecordId, int versionNo, String hash, byte[] packet) {}
}
