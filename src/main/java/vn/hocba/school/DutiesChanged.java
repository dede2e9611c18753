package vn.hocba.school;

/** Somebody else may have the duties of a school from now on: open work follows them. */
public record DutiesChanged(String schoolId) {}
