package vn.hocba.cutoff;

import java.time.LocalDate;
import vn.hocba.calendar.Wave;

/**
 * A wave is over: everything that it freezes is frozen. Published in the transaction that ends it: whoever listens without a phase of its own begins what
 * follows together with it.
 *
 * @param provinceUnitId of the Sở
 * @param effectiveOn from when the versions that it froze are in effect; no other wave of the year has this day
 */
public record CutOffEnded(String provinceUnitId, int schoolYear, Wave wave, LocalDate effectiveOn) {

    /** Of the cut-off's process. */
    public String key() {
        return new CutOffKey(provinceUnitId, schoolYear).toString();
    }
}
