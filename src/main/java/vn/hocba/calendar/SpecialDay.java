package vn.hocba.calendar;

import java.time.LocalDate;

/**
 * A day that is worked otherwise than the week says.
 *
 * @param working true where it is worked on to make up for another day; false where it is free
 * @param name why: Giỗ Tổ Hùng Vương
 * @param decidedBy name and title of who decided it at the Sở; null where it is the country's
 */
public record SpecialDay(LocalDate day, boolean working, String name, String decidedBy) {}
