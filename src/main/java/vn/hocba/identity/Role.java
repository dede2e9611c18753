package vn.hocba.identity;

/** What a person may be at a unit. One person may hold several roles. */
public enum Role {
    /** Subject and homeroom teacher: which classes and subjects, the assignments say. */
    TEACHER,
    /** Hiệu trưởng or phó hiệu trưởng. */
    PRINCIPAL,
    /** Văn thư: holds the school's certificate (NĐ 30/2020 Điều 32). */
    CLERK,
    SCHOOL_ADMIN,
    /** Cơ quan quản lý trung gian: follows progress, reminds, never a gate (domain §8.3). */
    SUPERVISOR,
    /** Sở GDĐT: calendar, intake, freeze. */
    PROVINCE
}
