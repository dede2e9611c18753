package vn.hocba.document;

import java.time.LocalDate;

/**
 * What the Sở signs for many versions at once: the root of the tree over all of them.
 *
 * @param provinceName of the Sở
 * @param taxCode MST of the Sở, which the certificate has to name
 * @param schoolYear the calendar year in which the school year starts; null for the intake
 * @param wave 1 or 2; null for the intake
 * @param from first day of the intake; for a freeze the same as day
 * @param day of the freeze the day of effect; of the intake the last day
 * @param total entries, at least 1
 * @param root of the tree, hexadecimal
 * @param approvedBy name of the leader who approved it
 * @param approvedOn when
 */
public record ReceiptList(
        ReceiptLeaf.Kind kind,
        String id,
        String provinceCode,
        String provinceName,
        String taxCode,
        Integer schoolYear,
        Integer wave,
        LocalDate from,
        LocalDate day,
        int total,
        String root,
        String approvedBy,
        LocalDate approvedOn) {}
