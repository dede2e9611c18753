package vn.hocba.school;

/** Cấp học. */
public enum SchoolLevel {
    PRIMARY,
    LOWER_SECONDARY,
    UPPER_SECONDARY
}
