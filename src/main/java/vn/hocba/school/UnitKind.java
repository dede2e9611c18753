package vn.hocba.school;

/** Sở GDĐT, cơ quan quản lý trung gian, nhà trường. */
public enum UnitKind {
    PROVINCE,
    INTERMEDIATE,
    SCHOOL
}
