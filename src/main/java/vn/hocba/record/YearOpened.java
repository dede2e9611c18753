package vn.hocba.record;

/** Told, in the same transaction, for every year record that is opened. */
public record YearOpened(String schoolId, int schoolYear) {}
