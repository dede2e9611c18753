package vn.hocba.school;

/** Told in the transaction in which a list of pupils of a school was imported; schoolYear is the year in which it starts. */
public record PupilsImported(String schoolId, int schoolYear) {}
