package vn.hocba.cutoff;

import vn.hocba.calendar.Wave;

/**
 * Told, in the same transaction, when a wave is over: everything that it freezes is frozen, and who was left out is listed.
 *
 * @param key of the cut-off's process
 */
public record WaveFrozen(String key, String provinceId, int schoolYear, Wave wave) {}
