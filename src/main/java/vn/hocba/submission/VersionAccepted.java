package vn.hocba.submission;

/** Told, in the same transaction, when a school's record has learned that the province took its version in. */
public record VersionAccepted(String recordId, int versionNo) {}
