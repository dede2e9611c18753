package vn.hocba.cutoff;

import java.time.LocalDate;
import vn.hocba.calendar.Wave;

/**
 * A wave is over: everything that it freezes is frozen. Published in the transaction that ends it: whoever listens without a phase of its own begins what
 * follows together with it.
 *
 * @param provinceUnitId of the Sở
 * @param wave of an extra window, whose records it took
 * @param effectiveOn from when the versions that it froze are in effect; no other wave of the year has this day
 * @param windowId of the extra window that is over; empty where it is the wave of the calendar
 */
public record CutOffEnded(String provinceUnitId, int schoolYear, Wave wave, LocalDate effectiveOn, String windowId) {

    /** Whether an extra window is over, and not the wave of the calendar. */
    public boolean isOfWindow() {
        return !windowId.equals(CutOffs.OF_WAVE);
    }

    /** Of the cut-off's process. */
    public String key() {
        return new CutOffKey(provinceUnitId, schoolYear).toString();
    }
}
