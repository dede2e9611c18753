package vn.hocba.record;

import java.time.LocalDate;

/**
 * Whence a pupil came in the middle of the year whom no hand-over brought.
 *
 * @param day ngày nhập học, chuyển đến
 * @param formerSchool in words, with the place or the country
 * @param brought results that the family brought along, in words; null for none
 */
public record Arrival(LocalDate day, String formerSchool, String brought) {}
