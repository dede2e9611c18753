package vn.hocba.document;

import java.time.LocalDate;
import java.util.List;
import vn.hocba.record.RecordSnapshot;

/**
 * What a school hands over when a pupil goes to another one: «Bảng tổng hợp kết quả đánh giá» of a year that is not finished, and the years that were issued
 * (TT 28/2020 Điều 36.2).
 *
 * @param structure {@link #FORMER} or {@link #CURRENT}
 * @param id of the transfer
 * @param createdOn the day of which the results are
 * @param lookupCode of the pupil's school record; stays for life
 * @param sender the school that hands over
 * @param byHomeroom whether the homeroom teacher signs the results before the school does
 * @param progress how far the class has come in the programme, in the homeroom teacher's words; null where nobody said
 * @param unfinished the current year as it stands; null where none is under way
 * @param issued the packets of accepted and frozen years, exactly the bytes that were signed, oldest first
 */
public record HandOver(
        int structure,
        String id,
        LocalDate createdOn,
        String lookupCode,
        RecordSnapshot.Issuer sender,
        Receiver receiver,
        boolean byHomeroom,
        String progress,
        RecordSnapshot unfinished,
        List<byte[]> issued) {

    /** The principal's signature alone, over the whole file: what was asked for before there was a seal. */
    public static final int FORMER = 1;
    /** The homeroom teacher over the results, then the head and the school's seal over all of it. */
    public static final int CURRENT = 2;

    public HandOver {
        issued = List.copyOf(issued);
    }

    /** One of the former structure; the parts as above. */
    public static HandOver former(
            String id,
            LocalDate createdOn,
            String lookupCode,
            RecordSnapshot.Issuer sender,
            Receiver receiver,
            RecordSnapshot unfinished,
            List<byte[]> issued) {
        return new HandOver(FORMER, id, createdOn, lookupCode, sender, receiver, false, null, unfinished, issued);
    }

    /** Where the pupil goes, in words: that school need not be known here. */
    public record Receiver(String schoolName, String provinceName) {}
}
