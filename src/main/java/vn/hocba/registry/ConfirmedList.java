package vn.hocba.registry;

import java.time.Instant;
import java.time.LocalDate;
import vn.hocba.calendar.Wave;
import vn.hocba.document.ReceiptLeaf.Kind;

/**
 * A list of receipts: what the Sở confirms with one signature.
 *
 * @param scope what it is of: school year, wave and extra window; or the last day of the intake
 * @param ordinal from 1; another one of the same scope has what was frozen after it
 * @param schoolYear the calendar year in which the school year starts; null for the intake, as are wave and windowId
 * @param windowId of the extra window; empty for the wave of the calendar
 * @param from first day of the intake; for a freeze the same as day
 * @param day of a freeze the day of effect, of the intake the last day
 * @param counted versions that it was begun for
 * @param total entries; 0 until they are fixed
 * @param hashed pieces so far
 * @param root of the tree, hexadecimal; null until every piece is hashed
 * @param approvedBy user name of the leader; null before, as are name and time
 * @param batchId that signs it, or signed it last; null before
 * @param taxCode MST of the Sở, which the certificate had to name; null before it is signed, as are signedBy and signedAt
 */
public record ConfirmedList(
        String id,
        Kind kind,
        String provinceId,
        String scope,
        int ordinal,
        Integer schoolYear,
        Wave wave,
        String windowId,
        LocalDate from,
        LocalDate day,
        int counted,
        int total,
        int hashed,
        ReceiptListState state,
        String root,
        String approvedBy,
        String approvedByName,
        Instant approvedAt,
        String batchId,
        String taxCode,
        String signedBy,
        Instant signedAt) {

    /** As the log calls it. */
    public String name() {
        return kind + " " + scope + (ordinal == 1 ? "" : " (" + ordinal + ")");
    }

    /** Whether it is of an extra window, and not of the wave of the calendar. */
    public boolean isOfWindow() {
        return windowId != null && !windowId.isEmpty();
    }
}
