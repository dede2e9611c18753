package vn.hocba.document;

import java.time.LocalDate;
import java.util.List;
import vn.hocba.record.RecordSnapshot;

/**
 * What a school hands over when a pupil goes to another one: the marks so far of a year that is not finished, and the years that were issued.
 *
 * @param id of the transfer
 * @param lookupCode of the pupil's school record; stays for life
 * @param sender the school that hands over
 * @param unfinished the current year as it stands; null where none is under way
 * @param issued the packets of accepted and frozen years, exactly the bytes that were signed, oldest first
 */
public record HandOver(
        String id,
        LocalDate createdOn,
        String lookupCode,
        RecordSnapshot.Issuer sender,
        Receiver receiver,
        RecordSnapshot unfinished,
        List<byte[]> issued) {

    public HandOver {
        issued = List.copyOf(issued);
    }

    /** Where the pupil goes, in words: that school need not be known here. */
    public record Receiver(String schoolName, String provinceName) {}
}
