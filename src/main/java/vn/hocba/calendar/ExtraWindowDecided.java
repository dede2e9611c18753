package vn.hocba.calendar;

/**
 * A Sở opened, prolonged or closed an extra window. Published in the transaction of the decision: whoever listens without a phase of its own lets what follows go
 * with it.
 *
 * @param opened whether it is a new one
 */
public record ExtraWindowDecided(ExtraWindow window, boolean opened) {}
