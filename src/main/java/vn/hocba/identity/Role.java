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
    /** Works at a Sở GDĐT, whatever else: reads what the Sở reads. */
    PROVINCE,
    /** Chuyên viên of the Sở: examines what comes in, prepares and proposes (decision 44). */
    PROVINCE_OFFICER,
    /** Giám đốc or phó giám đốc of the Sở: decides and signs personally (NĐ 30/2020 Điều 13). */
    PROVINCE_LEADER,
    /** Văn thư of the Sở: keeps its certificate, seals what a leader signed (NĐ 30/2020 Điều 32). */
    PROVINCE_CLERK;

    /** Whether who has it acts for a unit as its head or deputy, and so in a {@link Capacity}. */
    public boolean leads() {
        return this == PRINCIPAL || this == PROVINCE_LEADER;
    }

    /** Whether it is one of those that people of a Sở have besides {@link #PROVINCE}. */
    public boolean isOfProvince() {
        return this == PROVINCE_OFFICER || this == PROVINCE_LEADER || this == PROVINCE_CLERK;
    }
}
